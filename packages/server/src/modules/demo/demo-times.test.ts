import { describe, expect, it } from 'vitest';
import { clockStart, daysOfPast, headStartMs, labelPlan, parcelsFor, sameDayPlan } from './demo-times.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const createdAt = Date.UTC(2026, 2, 18, 9);
const begin = createdAt - headStartMs;

/** Labels of a plan for so many shipments of the past, as the simulator spreads them. */
function labels(past: number): number[] {
  const { spread } = labelPlan(createdAt);
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

describe('the same-day parcels of a demo', () => {
  const [turns, scale] = [4, 1];
  const plan = (startAt: number, receivedUntil: number | null, turn = 0) =>
    sameDayPlan({ createdAt, startAt, receivedUntil, scale, turn, turns });
  const labelsOf = ({ from, everyMs, serials }: ReturnType<typeof sameDayPlan>) =>
    serials.map((serial) => from + serial * everyMs);

  it('are sent every twelve seconds by day and by night, by carriers in turns', () => {
    const all = [0, 1, 2, 3].flatMap((turn) => labelsOf(plan(begin, null, turn))).sort((a, b) => a - b);
    expect(all[0]).toBe(createdAt - 2 * hourMs);
    expect(new Set(all.slice(1).map((at, index) => at - (all[index] ?? 0)))).toEqual(new Set([12_000]));
    expect(all.at(-1)).toBeGreaterThan(begin + 3 * dayMs - 2 * 48_000);
  });

  it('go on for three days after each start, however old the demo is', () => {
    const startAt = createdAt + 60 * dayMs;
    const labelled = labelsOf(plan(startAt, startAt - hourMs));
    expect(labelled[0]).toBeLessThan(startAt - 3 * hourMs);
    expect(labelled.at(-1)).toBeGreaterThan(startAt + 2.9 * dayMs);
    expect(labelled).toEqual(labelled.toSorted((left, right) => left - right));
    expect(labelled.length).toBeLessThan(6_000);
  });

  it('were on their way when an earlier run ended, and come to their end', () => {
    const receivedUntil = createdAt + 2 * dayMs;
    const startAt = receivedUntil + 3 * dayMs;
    const labelled = labelsOf(plan(startAt, receivedUntil));
    const count = (from: number, to: number) => labelled.filter((at) => at >= from && at < to).length;
    expect(count(receivedUntil - 2.9 * hourMs, receivedUntil - 48_000)).toBeGreaterThan(210);
    expect(count(receivedUntil, startAt - 3.1 * hourMs)).toBe(0);
  });

  it('are as many fewer as the demo is smaller', () => {
    const small = sameDayPlan({ createdAt, startAt: begin, receivedUntil: null, scale: 0.1, turn: 0, turns });
    expect(small.everyMs).toBe(480_000);
  });
});

describe('the clock of a demo', () => {
  const now = createdAt + 5 * dayMs;
  it.each([
    ['half a day behind when nothing was received yet', null, now - headStartMs],
    ['half a day behind when it was off for longer', now - 3 * dayMs, now - headStartMs],
    ['where it was when it was off for a moment', now - hourMs, now - hourMs],
    ['in the present when the clock of the machine was set back', now + hourMs, now],
  ])('begins %s', (_case, receivedUntil, startAt) => {
    expect(clockStart(now, receivedUntil)).toEqual({ startAt, singlyFrom: startAt - dayMs });
  });

  it('has its messages received on days for which there is room', () => {
    const days = daysOfPast(createdAt);
    for (const at of [createdAt, begin, begin - 14 * dayMs])
      expect(days).toContain(new Date(at).toISOString().slice(0, 10));
  });
});
