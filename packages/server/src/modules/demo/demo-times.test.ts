import { describe, expect, it } from 'vitest';
import { clockStart, daysOfPast, headStartMs, labelPlan, parcelsFor, sameDayPlan } from './demo-times.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const createdAt = Date.UTC(2026, 2, 18, 9);
const begin = createdAt - headStartMs;

/** Label times of a plan for `past` past shipments, as the simulator spreads them. */
function labels(past: number): number[] {
  const { spread } = labelPlan(createdAt);
  const parcels = parcelsFor(past);
  return Array.from({ length: parcels }, (_, index) => spread((index + 0.5) / parcels));
}

describe('the labels of a demo', () => {
  const all = labels(3_000);
  const between = (from: number, to: number) => all.filter((at) => at >= from && at < to).length;

  it('are ordered, and the requested number is in the past', () => {
    expect(all).toEqual(all.toSorted((left, right) => left - right));
    expect(between(begin - 14 * dayMs, begin)).toBe(3_000);
    expect(between(Number.NEGATIVE_INFINITY, begin - 14 * dayMs)).toBe(0);
  });

  it('increase day by day and then stay at the level of the last past day', () => {
    const [early, late] = [between(begin - 14 * dayMs, begin - 13 * dayMs), between(begin - dayMs, begin)];
    expect(early).toBeLessThan(30);
    expect(late).toBeGreaterThan(400);
    for (const day of [0, 5, 20])
      expect(Math.abs(between(begin + day * dayMs, begin + (day + 1) * dayMs) - late)).toBeLessThan(20);
    expect(between(begin + 21 * dayMs, Number.POSITIVE_INFINITY)).toBe(0);
  });
});

describe('the same-day parcels of a demo', () => {
  const [turns, scale] = [4, 1];
  const plan = (startAt: number, receivedUntil: number | null, turn = 0) =>
    sameDayPlan({ createdAt, startAt, receivedUntil, scale, turn, turns });
  const labelsOf = ({ from, everyMs, serials }: ReturnType<typeof sameDayPlan>) =>
    serials.map((serial) => from + serial * everyMs);

  it('are sent every twelve seconds around the clock by alternating carriers', () => {
    const all = [0, 1, 2, 3].flatMap((turn) => labelsOf(plan(begin, null, turn))).sort((a, b) => a - b);
    expect(all[0]).toBe(createdAt - 2 * hourMs);
    expect(new Set(all.slice(1).map((at, index) => at - (all[index] ?? 0)))).toEqual(new Set([12_000]));
    expect(all.at(-1)).toBeGreaterThan(begin + 3 * dayMs - 2 * 48_000);
  });

  it('continue for three days after each start, however old the demo is', () => {
    const startAt = createdAt + 60 * dayMs;
    const labelled = labelsOf(plan(startAt, startAt - hourMs));
    expect(labelled[0]).toBeLessThan(startAt - 3 * hourMs);
    expect(labelled.at(-1)).toBeGreaterThan(startAt + 2.9 * dayMs);
    expect(labelled).toEqual(labelled.toSorted((left, right) => left - right));
    expect(labelled.length).toBeLessThan(6_000);
  });

  it('include those under way when an earlier run ended', () => {
    const receivedUntil = createdAt + 2 * dayMs;
    const startAt = receivedUntil + 3 * dayMs;
    const labelled = labelsOf(plan(startAt, receivedUntil));
    const count = (from: number, to: number) => labelled.filter((at) => at >= from && at < to).length;
    expect(count(receivedUntil - 2.9 * hourMs, receivedUntil - 48_000)).toBeGreaterThan(210);
    expect(count(receivedUntil, startAt - 3.1 * hourMs)).toBe(0);
  });

  it('are proportionally fewer in a smaller demo', () => {
    const small = sameDayPlan({ createdAt, startAt: begin, receivedUntil: null, scale: 0.1, turn: 0, turns });
    expect(small.everyMs).toBe(480_000);
  });
});

describe('the clock of a demo', () => {
  const now = createdAt + 5 * dayMs;
  it.each([
    ['half a day in the past when nothing was received yet', null, now - headStartMs],
    ['half a day in the past when it was off for longer', now - 3 * dayMs, now - headStartMs],
    ['where it stopped when it was off briefly', now - hourMs, now - hourMs],
    ['at the current time when the clock of the machine was set back', now + hourMs, now],
  ])('starts %s', (_case, receivedUntil, startAt) => {
    expect(clockStart(now, receivedUntil)).toEqual({ startAt, singlyFrom: startAt - dayMs });
  });

  it('receives its messages on days that have a partition', () => {
    const days = daysOfPast(createdAt);
    for (const at of [createdAt, begin, begin - 14 * dayMs])
      expect(days).toContain(new Date(at).toISOString().slice(0, 10));
  });
});
