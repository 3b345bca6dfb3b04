import { describe, expect, it } from 'vitest';
import type { CarrierWorld } from '../dialect.ts';
import { type Unruliness, unrulinessPresets } from '../faults/fault-rates.ts';
import { dayMs, hourMs } from '../journeys/local-time.ts';
import { toyCredentials, toyDialect } from '../testing/toy-dialect.ts';
import type { Told } from './carrier-feed.ts';
import type { SameDay } from './carrier-plan.ts';
import { World } from './world.ts';

const from = Date.UTC(2026, 1, 2);
const end = from + 90 * dayMs;
const clock = { now: end, real: 0 };

interface Changes {
  parcels?: number;
  sameDay?: SameDay;
  unruliness?: Unruliness;
  seed?: number;
  toldUntil?: number;
  callsPerSecondMax?: number;
}

function worldOf({
  unruliness = unrulinessPresets.unruly,
  seed = 1,
  callsPerSecondMax,
  toldUntil,
  parcels = 60,
  sameDay,
}: Changes = {}): World {
  const carriers = ['one', 'two'].map((carrier) => ({
    seed,
    dialect: toyDialect(carrier),
    credentials: toyCredentials,
    parcels,
    unruliness,
    from,
    to: from + 5 * dayMs,
    callsPerSecondMax: callsPerSecondMax ?? null,
    ...(toldUntil === undefined ? {} : { toldUntil }),
    ...(sameDay === undefined ? {} : { sameDay }),
  }));
  return new World({ carriers, now: () => clock.now, realNow: () => clock.real });
}

function tellUntil(world: World, now: number): Told[] {
  const all: Told[] = [];
  for (let told = world.tellNext(now); told; told = world.tellNext(now)) all.push(told);
  return all;
}

const inShort = ({ carrier, parcel, telling }: Told) =>
  `${carrier} ${parcel.trackingNumber} ${telling.kind} ${telling.happening.sequence} ${telling.at}`;

describe('a world', () => {
  it('tells of all carriers in order of time, until nothing is left', () => {
    const world = worldOf();
    const all = tellUntil(world, end);
    const moments = all.map(({ telling }) => telling.at);
    expect(moments).toEqual(moments.toSorted((left, right) => left - right));
    expect(new Set(all.map(({ carrier }) => carrier))).toEqual(new Set(['one', 'two']));
    expect([world.unfinished, world.next]).toEqual([0, null]);
  });

  it('is the same again for the same seed, and another for another', () => {
    const first = tellUntil(worldOf(), end).map(inShort);
    expect(tellUntil(worldOf(), end).map(inShort)).toEqual(first);
    expect(tellUntil(worldOf({ seed: 2 }), end).map(inShort)).not.toEqual(first);
  });

  it('tells the same in many small steps as in one', () => {
    const world = worldOf();
    const steps: Told[] = [];
    for (let now = from; now <= end; now += 5 * hourMs) {
      const step = tellUntil(world, now);
      for (const { telling } of step) expect(telling.at).toBeLessThanOrEqual(now);
      steps.push(...step);
    }
    expect(steps.map(inShort)).toEqual(tellUntil(worldOf(), end).map(inShort));
  });

  it('goes on where an earlier one stopped', () => {
    const until = from + 4 * dayMs;
    const whole = tellUntil(worldOf(), end);
    const rest = tellUntil(worldOf({ toldUntil: until }), end);
    expect(rest.map(inShort)).toEqual(whole.filter(({ telling }) => telling.at > until).map(inShort));
  });

  it('tells of same-day parcels at an even pace by day and by night, the same ones whichever are asked for', () => {
    const everyMs = 20_000;
    const [first, count] = [4_000, 4_320];
    const sameDay = (length: number) => ({
      from,
      everyMs,
      serials: Array.from({ length }, (_, index) => first + index),
    });
    const worldWith = (length: number) =>
      worldOf({ unruliness: unrulinessPresets.calm, sameDay: sameDay(length), parcels: 0 });
    const begin = from + (first + 300) * everyMs;
    const told = tellUntil(worldWith(count), begin + 20 * hourMs).filter(
      ({ telling }) => telling.at >= begin,
    );
    for (let hour = 0; hour < 20; hour++) {
      const of = told.filter(({ telling }) => Math.floor((telling.at - begin) / hourMs) === hour);
      // Two carriers tell seven things of each of their parcels.
      expect(of.length / (7 * 2 * 180)).toBeGreaterThan(0.9);
      expect(of.length / (7 * 2 * 180)).toBeLessThan(1.1);
    }
    const few = tellUntil(worldWith(10), end).map(inShort);
    expect(few).toHaveLength(7 * 2 * 10);
    const numbers = new Set(few.map((line) => line.split(' ')[1]));
    const among = tellUntil(worldWith(count), end).filter(({ parcel }) => numbers.has(parcel.trackingNumber));
    expect(among.map(inShort)).toEqual(few);
  });

  it('leaves hardly anybody who looks at such parcels to wait for five seconds', () => {
    const serials = Array.from({ length: 2_000 }, (_, index) => index);
    // Two carriers, each with a parcel every 24 seconds.
    const world = worldOf({
      unruliness: unrulinessPresets.normal,
      sameDay: { from, everyMs: 24_000, serials },
      parcels: 0,
    });
    const [begin, until] = [from + 2 * hourMs, from + 12 * hourMs];
    const moments = tellUntil(world, until).flatMap(({ telling }) =>
      telling.at < begin ? [] : [telling.at],
    );
    const waited = moments.slice(1).reduce((sum, at, index) => {
      const gap = at - (moments[index] ?? at);
      return sum + Math.max(0, gap - 5_000);
    }, 0);
    expect(waited / (until - begin)).toBeLessThan(0.08);
  });

  it('gives every parcel a number of its own', () => {
    const numbers = worldOf().stories.flatMap(({ plan }) =>
      Array.from({ length: plan.size }, (_, index) => plan.plan(index).parcel.trackingNumber),
    );
    expect(new Set(numbers).size).toBe(120);
  });
});

describe('what a carrier answers', () => {
  const numberOf = (world: World) => world.story('one').plan.plan(3).parcel.trackingNumber;
  const sequencesOf = (carrier: CarrierWorld, number: string) =>
    carrier.told(number).map(({ sequence }) => sequence);

  it('knows a parcel from the first thing it told of it, and lists that oldest first', () => {
    const world = worldOf();
    const number = numberOf(world);
    const carrier = world.ofCarrier('one');
    expect(carrier.parcel(number)).toBeNull();
    let steps = 0;
    for (let now = from; now <= end; now += 3 * hourMs) {
      const before = carrier.told(number).length;
      const told = tellUntil(world, now).filter(({ parcel }) => parcel.trackingNumber === number);
      const first = told.filter(({ telling }) => telling.kind === 'first');
      expect(carrier.told(number)).toHaveLength(before + first.length);
      const sequences = sequencesOf(carrier, number);
      expect(sequences).toEqual(sequences.toSorted((left, right) => left - right));
      expect(carrier.parcel(number) === null).toBe(sequences.length === 0);
      if (first.length > 0) steps += 1;
    }
    expect(steps).toBeGreaterThan(1);
    expect(carrier.parcel('T000')).toBeNull();
    expect(carrier.told('T000')).toEqual([]);
  });

  it('lists parcels with news between two moments, each once', () => {
    const world = worldOf({ unruliness: unrulinessPresets.calm });
    tellUntil(world, from + 3 * dayMs);
    const told = tellUntil(world, from + 4 * dayMs).filter(({ carrier }) => carrier === 'one');
    const carrier = world.ofCarrier('one');
    const changed = carrier
      .changedBetween(from + 4 * dayMs, from + 4 * dayMs + 1)
      .map(({ trackingNumber }) => trackingNumber);
    expect(changed).toHaveLength(new Set(changed).size);
    expect(new Set(changed)).toEqual(new Set(told.map(({ parcel }) => parcel.trackingNumber)));
    expect(carrier.changedBetween(from + 4 * dayMs + 1, end)).toEqual([]);
  });

  it('lets in so many calls a second', () => {
    const carrier = worldOf({ callsPerSecondMax: 2 }).ofCarrier('one');
    const admitted = () => [carrier.admit(), carrier.admit(), carrier.admit()];
    clock.real = 10_000;
    expect(admitted()).toEqual([true, true, false]);
    clock.real = 11_000;
    expect(admitted()).toEqual([true, true, false]);
  });

  it('is down for about the share of time that it is said to be', () => {
    const carrier = worldOf({ unruliness: { ...unrulinessPresets.calm, outage: 0.2 } }).ofCarrier('one');
    let down = 0;
    for (let quarter = 0; quarter < 2_000; quarter++) {
      clock.now = from + (quarter * hourMs) / 4;
      if (carrier.outage()) down += 1;
    }
    expect(Math.abs(down / 2_000 - 0.2)).toBeLessThan(0.04);
  });
});

describe('faults switched on while it runs', () => {
  const calm = { unruliness: unrulinessPresets.calm };

  it('silence one carrier, which catches up when they are switched off', () => {
    const world = worldOf(calm);
    world.setFaults('one', { silent: true });
    const silent = tellUntil(world, end);
    expect(new Set(silent.map(({ carrier }) => carrier))).toEqual(new Set(['two']));
    expect(world.unfinished).toBe(60);
    world.setFaults('one', { silent: false });
    const expected = tellUntil(worldOf(calm), end).map(inShort);
    expect([...silent, ...tellUntil(world, end)].map(inShort).sort()).toEqual(expected.sort());
  });

  it('shift the clocks of what is told meanwhile, for whoever is pushed to or asks', () => {
    const world = worldOf(calm);
    world.setFaults('one', { clockErrorMinutes: 90 });
    const wrong = tellUntil(world, from + 3 * dayMs).filter(({ carrier }) => carrier === 'one');
    expect(wrong.every(({ telling }) => telling.happening.clockErrorMinutes === 90)).toBe(true);
    world.setFaults('one', { clockErrorMinutes: 0 });
    const right = tellUntil(world, end).filter(({ carrier }) => carrier === 'one');
    expect(right.every(({ telling }) => telling.happening.clockErrorMinutes === undefined)).toBe(true);
    const told = [...wrong, ...right];
    for (const { parcel, telling } of told) {
      expect(world.ofCarrier('one').told(parcel.trackingNumber)).toContainEqual(telling.happening);
    }
  });

  it('bring down its interface', () => {
    const world = worldOf(calm);
    world.setFaults('two', { outage: true });
    expect(['one', 'two'].map((carrier) => world.ofCarrier(carrier).outage())).toEqual([false, true]);
  });

  it('are refused for a carrier that is not there', () => {
    expect(() => worldOf().setFaults('three', { silent: true })).toThrow('no carrier three');
  });
});
