import { describe, expect, it } from 'vitest';
import { beginning, daysOfPast, headStartMs, labelPlan, parcelsFor } from './demo-times.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const madeAt = Date.UTC(2026, 2, 18, 9);
const begin = madeAt - headStartMs;

/** Labels of a plan for so many shipments of the past, as the simulator spreads them. */
function labels(past: number): number[] {
  const { spread } = labelPlan(madeAt);
  const parcels = parcelsFor(past);
  return Array.from({ length: parcels }, (_, index) => spread((index + 0.5) / parcels));
}

describe('the labels of a demo', () => {
  const all = labels(3_000);
  const between = (from: number, to: number) => all.filter((at) => at >= from && at < to).length;

  it('lie in order, as many as wanted before the demo begins to live', () => {
    expect(all).toEqual(all.toSorted((left, right) => left - right));
    expect(between(begin - 14 * dayMs, begin)).toBe(3_000);
    expect(between(Number.NEGATIVE_INFINITY, begin - 14 * dayMs)).toBe(0);
  });

  it('become more day by day and stay as many as on the last of the past', () => {
    const [early, late] = [between(begin - 14 * dayMs, begin - 13 * dayMs), between(begin - dayMs, begin)];
    expect(early).toBeLessThan(30);
    expect(late).toBeGreaterThan(400);
    for (const day of [0, 5, 20])
      expect(Math.abs(between(begin + day * dayMs, begin + (day + 1) * dayMs) - late)).toBeLessThan(20);
    expect(between(begin + 21 * dayMs, Number.POSITIVE_INFINITY)).toBe(0);
  });
});

describe('the clock of a demo', () => {
  const now = madeAt + 5 * dayMs;
  it.each([
    ['half a day behind when nothing was heard yet', null, now - headStartMs],
    ['half a day behind when it was off for longer', now - 3 * dayMs, now - headStartMs],
    ['where it was when it was off for a moment', now - hourMs, now - hourMs],
    ['in the present when the clock of the machine was set back', now + hourMs, now],
  ])('begins %s', (_case, heardUntil, startAt) => {
    expect(beginning(now, heardUntil)).toEqual({ startAt, singlyFrom: startAt - dayMs });
  });

  it('has its messages received on days for which there is room', () => {
    const days = daysOfPast(madeAt);
    for (const at of [madeAt, begin, begin - 14 * dayMs])
      expect(days).toContain(new Date(at).toISOString().slice(0, 10));
  });
});
