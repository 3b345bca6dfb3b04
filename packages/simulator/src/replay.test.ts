import { afterEach, describe, expect, it } from 'vitest';
import { dayMs } from './journeys/local-time.ts';
import type { Simulation, SimulationOptions } from './simulation.ts';
import { startSimulation } from './start-simulation.ts';
import { readToyPush, toyCredentials, toyDialect } from './testing/toy-dialect.ts';

const from = Date.UTC(2026, 1, 2);
const middle = from + 4 * dayMs;

const opened: Simulation[] = [];
afterEach(async () => {
  for (const simulation of opened.splice(0)) await simulation.stop();
});

async function simulate(changes: Partial<SimulationOptions> = {}): Promise<Simulation> {
  const simulation = await startSimulation({
    seed: 7,
    carriers: [{ dialect: toyDialect(), credentials: toyCredentials, parcels: 40 }],
    faultRates: 'none',
    labels: { from, to: from + 3 * dayMs },
    clock: { startAt: middle, speed: 1 },
    ...changes,
  });
  opened.push(simulation);
  return simulation;
}

const bodies = (replayed: ReturnType<Simulation['replay']>) =>
  [...replayed].map(({ at, pushes }) => ({ at, bodies: pushes().map(({ body }) => body) }));

describe('a replay of the past', () => {
  it('is in order of time up to its end and continues from there', async () => {
    const simulation = await simulate();
    const early = bodies(simulation.replay(middle));
    const late = bodies(simulation.replay(middle + 60 * dayMs));
    const moments = [...early, ...late].map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted((left, right) => left - right));
    expect(early.at(-1)?.at).toBeLessThanOrEqual(middle);
    expect(late[0]?.at).toBeGreaterThan(middle);
    expect(simulation.progress()).toMatchObject({ unfinished: 0 });
    const whole = await simulate();
    expect(bodies(whole.replay(middle + 60 * dayMs))).toEqual([...early, ...late]);
  });

  it('starts for each carrier after its last report', async () => {
    const parts = { credentials: toyCredentials, parcels: 20 };
    const carriers = [
      { ...parts, dialect: toyDialect('one'), reportedUntil: middle },
      { ...parts, dialect: toyDialect('two') },
    ];
    const reported = [...(await simulate({ carriers })).replay(middle)].map(({ carrier }) => carrier);
    expect(new Set(reported)).toEqual(new Set(['two']));
  });

  it('returns the history of a parcel in one push, without future events', async () => {
    // Some labels are created after `middle`.
    const simulation = await simulate({ labels: { from, to: from + 6 * dayMs } });
    const numbers = new Set([...simulation.replay(middle)].map(({ trackingNumber }) => trackingNumber));
    expect(numbers.size).toBeGreaterThan(20);
    for (const number of numbers) {
      const [push] = simulation.history('toy', number) ?? [];
      const { reported } = simulation.truth('toy', number);
      expect(readToyPush(push?.body ?? '')?.events).toEqual(reported);
    }
    const [unreported] = simulation.labels().filter(({ trackingNumber }) => !numbers.has(trackingNumber));
    expect(unreported).toBeDefined();
    expect(simulation.history('toy', unreported?.trackingNumber ?? '')).toBeNull();
  });

  it('applies the faults that are on', async () => {
    const simulation = await simulate();
    simulation.setFaults('toy', { garbage: true, unknownCodes: true });
    const sent = bodies(simulation.replay(middle)).flatMap((report) => report.bodies);
    const read = sent.map(readToyPush);
    expect(read.filter((push) => push === null).length).toBeGreaterThan(10);
    const codes = read.flatMap((push) => push?.events ?? []).map(({ garbledCode }) => garbledCode);
    expect(codes.filter((code) => code === undefined).length).toBeGreaterThan(10);
    expect(codes.filter((code) => code?.startsWith('ZQ9')).length).toBeGreaterThan(10);
  });
});

describe('labels', () => {
  it('follow the spread, in order of time, each with its parcel', async () => {
    const spread = (share: number) => from + share ** 2 * dayMs;
    const simulation = await simulate({ labels: { from, to: from + dayMs, spread } });
    const labels = simulation.labels();
    expect(labels).toHaveLength(40);
    for (const [index, { labelAt, carrier, trackingNumber }] of labels.entries()) {
      expect(labelAt).toBeGreaterThanOrEqual(Math.floor(spread(index / 40)));
      expect(labelAt).toBeLessThanOrEqual(Math.ceil(spread((index + 1) / 40)));
      expect(simulation.parcel(carrier, trackingNumber)).toMatchObject({ labelAt, trackingNumber });
    }
    expect(() => simulation.parcel('toy', 'T1')).toThrow(RangeError);
  });
});
