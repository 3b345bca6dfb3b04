import { expect, it } from 'vitest';
import { emptyState, type ShipmentState } from '../tracking/index.ts';
import { noFirstScan } from './no-first-scan.ts';

const hour = 3_600_000;
const label = Date.UTC(2026, 2, 2, 10);
const labelled: ShipmentState = {
  ...emptyState,
  milestone: 'info_received',
  subStatus: 'info_received.label_created',
  memory: { ...emptyState.memory, labelAt: label },
};

it('becomes due two days after the label', () => {
  expect(noFirstScan.dueAt({ state: labelled, registeredAt: label - hour })).toBe(label + 48 * hour);
});

it('counts from the registration while no label is known', () => {
  expect(noFirstScan.dueAt({ state: emptyState, registeredAt: label })).toBe(label + 48 * hour);
});

it('does not hold a millisecond before its due time, and holds at its due time', () => {
  const subject = { state: labelled, registeredAt: label };
  expect(noFirstScan.check(subject, label + 48 * hour - 1)).toBeNull();
  expect(noFirstScan.check(subject, label + 48 * hour)?.cause).toBe('label');
});

it('no longer holds after the first scan', () => {
  const time = {
    localTime: '2026-03-02T12:00:00',
    precision: 'second',
    zone: 'UTC',
    zoneSource: 'payload_utc',
    occurredAt: label + 2 * hour,
  } as const;
  const state: ShipmentState = {
    ...labelled,
    milestone: 'in_transit',
    subStatus: 'in_transit.accepted',
    firstScan: time,
  };
  expect(noFirstScan.dueAt({ state, registeredAt: label })).toBeNull();
  expect(noFirstScan.check({ state, registeredAt: label }, label + 100 * hour)).toBeNull();
});
