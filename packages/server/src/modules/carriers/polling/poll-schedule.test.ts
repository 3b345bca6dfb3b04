import { CarrierUnavailable, CredentialsRefused, RateLimited } from '@milepost/connectors';
import { describe, expect, it } from 'vitest';
import { pauseMsAfter, pollDelayMs } from './poll-schedule.ts';

const now = Date.UTC(2026, 2, 10);
const hour = 3_600_000;
const target = (milestone: string, quietHours: number) => ({
  milestone,
  lastEventAt: now - quietHours * hour,
  createdAt: now - 1_000 * hour,
});

describe('the next poll', () => {
  it('is soonest while the parcel is out for delivery', () => {
    const delays = ['out_for_delivery', 'exception', 'in_transit', 'info_received'].map((milestone) =>
      pollDelayMs(target(milestone, 0), now),
    );
    expect(delays).toEqual([...delays].sort((left, right) => Number(left) - Number(right)));
    expect(delays[0]).toBe(15 * 60_000);
  });
  it('is delayed further while nothing changes, to twice a day at least', () => {
    expect(pollDelayMs(target('in_transit', 48), now)).toBe(2 * hour);
    expect(pollDelayMs(target('in_transit', 24 * 60), now)).toBe(12 * hour);
  });
  it('stops some days after the shipment ended and after three months without events', () => {
    expect(pollDelayMs(target('delivered', 24), now)).toBe(12 * hour);
    expect(pollDelayMs(target('delivered', 24 * 6), now)).toBeNull();
    expect(pollDelayMs(target('in_transit', 24 * 91), now)).toBeNull();
  });
});

describe('a failed call', () => {
  it('waits as long as Retry-After says', () => {
    expect(pauseMsAfter(new RateLimited('429', 7_000), 3, () => 0)).toBe(7_000);
  });
  it('backs off with jitter', () => {
    const failure = new CarrierUnavailable('503');
    expect(pauseMsAfter(failure, 0, () => 0)).toBe(1_000);
    expect(pauseMsAfter(failure, 0, () => 1)).toBe(2_000);
    expect(pauseMsAfter(failure, 5, () => 0)).toBe(32_000);
    expect(pauseMsAfter(failure, 99, () => 1)).toBe(30 * 60_000);
  });
  it('pauses for an hour when credentials are refused', () => {
    expect(pauseMsAfter(new CredentialsRefused('401'), 0, () => 0)).toBe(hour);
  });
});
