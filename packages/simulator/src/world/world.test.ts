import { describe, expect, it } from 'vitest';
import type { CarrierWorld } from '../dialect.ts';
import { type FaultRates, faultRatePresets } from '../faults/fault-rates.ts';
import { dayMs, hourMs } from '../journeys/local-time.ts';
import { toyCredentials, toyDialect } from '../testing/toy-dialect.ts';
import type { CarrierReport } from './carrier-feed.ts';
import type { SameDay } from './carrier-plan.ts';
import { World } from './world.ts';

const from = Date.UTC(2026, 1, 2);
const end = from + 90 * dayMs;
const clock = { now: end, real: 0 };

interface Changes {
  parcels?: number;
  sameDay?: SameDay;
  faultRates?: FaultRates;
  seed?: number;
  reportedUntil?: number;
  callsPerSecondMax?: number;
}

function worldOf({
  faultRates = faultRatePresets.heavy,
  seed = 1,
  callsPerSecondMax,
  reportedUntil,
  parcels = 60,
  sameDay,
}: Changes = {}): World {
  const carriers = ['one', 'two'].map((carrier) => ({
    seed,
    dialect: toyDialect(carrier),
    credentials: toyCredentials,
    parcels,
    faultRates,
    from,
    to: from + 5 * dayMs,
    callsPerSecondMax: callsPerSecondMax ?? null,
    ...(reportedUntil === undefined ? {} : { reportedUntil }),
    ...(sameDay === undefined ? {} : { sameDay }),
  }));
  return new World({ carriers, now: () => clock.now, realNow: () => clock.real });
}

function reportsUntil(world: World, now: number): CarrierReport[] {
  const all: CarrierReport[] = [];
  for (let reported = world.takeNext(now); reported; reported = world.takeNext(now)) all.push(reported);
  return all;
}

const inShort = ({ carrier, parcel, report }: CarrierReport) =>
  `${carrier} ${parcel.trackingNumber} ${report.kind} ${report.event.sequence} ${report.at}`;

describe('a world', () => {
  it('returns the reports of all carriers in order of time until none is left', () => {
    const world = worldOf();
    const all = reportsUntil(world, end);
    const moments = all.map(({ report }) => report.at);
    expect(moments).toEqual(moments.toSorted((left, right) => left - right));
    expect(new Set(all.map(({ carrier }) => carrier))).toEqual(new Set(['one', 'two']));
    expect([world.unfinished, world.next]).toEqual([0, null]);
  });

  it('is the same for the same seed and different for another', () => {
    const first = reportsUntil(worldOf(), end).map(inShort);
    expect(reportsUntil(worldOf(), end).map(inShort)).toEqual(first);
    expect(reportsUntil(worldOf({ seed: 2 }), end).map(inShort)).not.toEqual(first);
  });

  it('returns the same reports in many small steps as in one', () => {
    const world = worldOf();
    const steps: CarrierReport[] = [];
    for (let now = from; now <= end; now += 5 * hourMs) {
      const step = reportsUntil(world, now);
      for (const { report } of step) expect(report.at).toBeLessThanOrEqual(now);
      steps.push(...step);
    }
    expect(steps.map(inShort)).toEqual(reportsUntil(worldOf(), end).map(inShort));
  });

  it('continues an earlier world', () => {
    const until = from + 4 * dayMs;
    const whole = reportsUntil(worldOf(), end);
    const rest = reportsUntil(worldOf({ reportedUntil: until }), end);
    expect(rest.map(inShort)).toEqual(whole.filter(({ report }) => report.at > until).map(inShort));
  });

  it('reports same-day parcels evenly around the clock, independent of which ones are included', () => {
    const everyMs = 20_000;
    const [first, count] = [4_000, 4_320];
    const sameDay = (length: number) => ({
      from,
      everyMs,
      serials: Array.from({ length }, (_, index) => first + index),
    });
    const worldWith = (length: number) =>
      worldOf({ faultRates: faultRatePresets.none, sameDay: sameDay(length), parcels: 0 });
    const start = from + (first + 300) * everyMs;
    const reported = reportsUntil(worldWith(count), start + 20 * hourMs).filter(
      ({ report }) => report.at >= start,
    );
    for (let hour = 0; hour < 20; hour++) {
      const of = reported.filter(({ report }) => Math.floor((report.at - start) / hourMs) === hour);
      // Two carriers report seven events of each parcel.
      expect(of.length / (7 * 2 * 180)).toBeGreaterThan(0.9);
      expect(of.length / (7 * 2 * 180)).toBeLessThan(1.1);
    }
    const few = reportsUntil(worldWith(10), end).map(inShort);
    expect(few).toHaveLength(7 * 2 * 10);
    const numbers = new Set(few.map((line) => line.split(' ')[1]));
    const among = reportsUntil(worldWith(count), end).filter(({ parcel }) =>
      numbers.has(parcel.trackingNumber),
    );
    expect(among.map(inShort)).toEqual(few);
  });

  it('rarely leaves a gap of more than five seconds between same-day reports', () => {
    const serials = Array.from({ length: 2_000 }, (_, index) => index);
    // Two carriers, each with a parcel every 24 seconds.
    const world = worldOf({
      faultRates: faultRatePresets.normal,
      sameDay: { from, everyMs: 24_000, serials },
      parcels: 0,
    });
    const [start, until] = [from + 2 * hourMs, from + 12 * hourMs];
    const moments = reportsUntil(world, until).flatMap(({ report }) =>
      report.at < start ? [] : [report.at],
    );
    const waited = moments.slice(1).reduce((sum, at, index) => {
      const gap = at - (moments[index] ?? at);
      return sum + Math.max(0, gap - 5_000);
    }, 0);
    expect(waited / (until - start)).toBeLessThan(0.08);
  });

  it('gives every parcel its own number', () => {
    const numbers = worldOf().feeds.flatMap(({ plan }) =>
      Array.from({ length: plan.size }, (_, index) => plan.plan(index).parcel.trackingNumber),
    );
    expect(new Set(numbers).size).toBe(120);
  });
});

describe('the view of a dialect', () => {
  const numberOf = (world: World) => world.feed('one').plan.plan(3).parcel.trackingNumber;
  const sequencesOf = (carrier: CarrierWorld, number: string) =>
    carrier.reportedEvents(number).map(({ sequence }) => sequence);

  it('contains a parcel from its first report on, and lists its events oldest first', () => {
    const world = worldOf();
    const number = numberOf(world);
    const carrier = world.carrierWorld('one');
    expect(carrier.parcel(number)).toBeNull();
    let steps = 0;
    for (let now = from; now <= end; now += 3 * hourMs) {
      const before = carrier.reportedEvents(number).length;
      const reported = reportsUntil(world, now).filter(({ parcel }) => parcel.trackingNumber === number);
      const first = reported.filter(({ report }) => report.kind === 'first');
      expect(carrier.reportedEvents(number)).toHaveLength(before + first.length);
      const sequences = sequencesOf(carrier, number);
      expect(sequences).toEqual(sequences.toSorted((left, right) => left - right));
      expect(carrier.parcel(number) === null).toBe(sequences.length === 0);
      if (first.length > 0) steps += 1;
    }
    expect(steps).toBeGreaterThan(1);
    expect(carrier.parcel('T000')).toBeNull();
    expect(carrier.reportedEvents('T000')).toEqual([]);
  });

  it('lists parcels that changed between two times, each once', () => {
    const world = worldOf({ faultRates: faultRatePresets.none });
    reportsUntil(world, from + 3 * dayMs);
    const reported = reportsUntil(world, from + 4 * dayMs).filter(({ carrier }) => carrier === 'one');
    const carrier = world.carrierWorld('one');
    const changed = carrier
      .changedBetween(from + 4 * dayMs, from + 4 * dayMs + 1)
      .map(({ trackingNumber }) => trackingNumber);
    expect(changed).toHaveLength(new Set(changed).size);
    expect(new Set(changed)).toEqual(new Set(reported.map(({ parcel }) => parcel.trackingNumber)));
    expect(carrier.changedBetween(from + 4 * dayMs + 1, end)).toEqual([]);
  });

  it('admits the configured number of calls a second', () => {
    const carrier = worldOf({ callsPerSecondMax: 2 }).carrierWorld('one');
    const admitted = () => [carrier.admit(), carrier.admit(), carrier.admit()];
    clock.real = 10_000;
    expect(admitted()).toEqual([true, true, false]);
    clock.real = 11_000;
    expect(admitted()).toEqual([true, true, false]);
  });

  it('has an outage for about the configured share of the time', () => {
    const carrier = worldOf({ faultRates: { ...faultRatePresets.none, outage: 0.2 } }).carrierWorld('one');
    let down = 0;
    for (let quarter = 0; quarter < 2_000; quarter++) {
      clock.now = from + (quarter * hourMs) / 4;
      if (carrier.outage()) down += 1;
    }
    expect(Math.abs(down / 2_000 - 0.2)).toBeLessThan(0.04);
  });
});

describe('faults that are switched on during the run', () => {
  const none = { faultRates: faultRatePresets.none };

  it('silence one carrier, which catches up when they are switched off', () => {
    const world = worldOf(none);
    world.setFaults('one', { silent: true });
    const silent = reportsUntil(world, end);
    expect(new Set(silent.map(({ carrier }) => carrier))).toEqual(new Set(['two']));
    expect(world.unfinished).toBe(60);
    world.setFaults('one', { silent: false });
    const expected = reportsUntil(worldOf(none), end).map(inShort);
    expect([...silent, ...reportsUntil(world, end)].map(inShort).sort()).toEqual(expected.sort());
  });

  it('shift the clocks of reports in that time, for pushes and polls', () => {
    const world = worldOf(none);
    world.setFaults('one', { clockErrorMinutes: 90 });
    const wrong = reportsUntil(world, from + 3 * dayMs).filter(({ carrier }) => carrier === 'one');
    expect(wrong.every(({ report }) => report.event.clockErrorMinutes === 90)).toBe(true);
    world.setFaults('one', { clockErrorMinutes: 0 });
    const right = reportsUntil(world, end).filter(({ carrier }) => carrier === 'one');
    expect(right.every(({ report }) => report.event.clockErrorMinutes === undefined)).toBe(true);
    const reported = [...wrong, ...right];
    for (const { parcel, report } of reported) {
      expect(world.carrierWorld('one').reportedEvents(parcel.trackingNumber)).toContainEqual(report.event);
    }
  });

  it('make its API fail', () => {
    const world = worldOf(none);
    world.setFaults('two', { outage: true });
    expect(['one', 'two'].map((carrier) => world.carrierWorld(carrier).outage())).toEqual([false, true]);
  });

  it('are rejected for an unknown carrier', () => {
    expect(() => worldOf().setFaults('three', { silent: true })).toThrow('no carrier three');
  });
});
