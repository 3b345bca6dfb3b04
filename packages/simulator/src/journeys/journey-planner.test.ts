import { distanceKm, milestoneOf, type SubStatus } from '@milepost/domain';
import { describe, expect, it } from 'vitest';
import type { JourneyEvent } from '../dialect.ts';
import { randomOf } from '../random.ts';
import { toyDialect } from '../testing/toy-dialect.ts';
import { journeyKindNames, journeyKinds } from './journey-kinds.ts';
import { type Journey, JourneyPlanner } from './journey-planner.ts';
import { dayMs, hourMs, isUnambiguous, minuteMs } from './local-time.ts';
import { towns } from './towns.ts';
import { truthOf } from './truth.ts';

const planner = new JourneyPlanner(toyDialect());
const spring = Date.UTC(2026, 2, 1);

/** Labels across a whole year, so that both changes of daylight saving time are covered. */
function journeysOf(kind: Journey['kind'], count: number, from = planner): Journey[] {
  return Array.from({ length: count }, (_, index) =>
    from.plan({
      trackingNumber: `N${index}`,
      reference: `R${index}`,
      labelAt: spring + Math.round((index * 365 * dayMs) / count),
      random: randomOf(11, kind, index),
      kind,
    }),
  );
}

describe.each(journeyKindNames)('a journey of the kind %s', (kind) => {
  const journeys = journeysOf(kind, 120);

  it('ends at its milestone without any flags', () => {
    for (const { events } of journeys) {
      const truth = truthOf(events);
      expect(truth.milestone, events.map(({ subStatus }) => subStatus).join(' ')).toBe(
        journeyKinds[kind].end,
      );
      expect(truth.flags).toEqual([]);
      expect(truth.entryCount).toBe(events.length);
    }
  });

  it('has ascending times in whole minutes that are unambiguous on the local clock', () => {
    for (const { events } of journeys) {
      for (const [index, { occurredAt, zone, sequence }] of events.entries()) {
        expect(sequence).toBe(index + 1);
        expect(occurredAt - (events[index - 1]?.occurredAt ?? 0)).toBeGreaterThanOrEqual(minuteMs);
        expect(occurredAt % minuteMs).toBe(0);
        expect(isUnambiguous(occurredAt, zone)).toBe(true);
      }
    }
  });

  it('is never faster than a plane, or within a country than a lorry', () => {
    for (const { events } of journeys) {
      for (const [before, after] of pairs(events)) {
        const km = distanceKm(pointOf(before), pointOf(after));
        const kmh = km === 0 ? 0 : km / ((after.occurredAt - before.occurredAt) / hourMs);
        expect(kmh).toBeLessThan(km > 1_500 ? 800 : 90);
      }
    }
  });

  it('is the same for the same seed', () => {
    expect(journeysOf(kind, 5)).toEqual(journeysOf(kind, 5));
    expect(journeys[0]?.events).not.toEqual(journeys[1]?.events);
  });
});

it('delivers a same-day parcel within its town in about an hour, at any time of any day', () => {
  for (const { parcel, events } of journeysOf('same_day', 200)) {
    expect(parcel.destination).toEqual(parcel.origin);
    expect(new Set(events.map(({ place }) => place.name))).toEqual(new Set([parcel.origin.name]));
    const [first, last] = [events[0]?.occurredAt ?? 0, events.at(-1)?.occurredAt ?? 0];
    expect((last - first) / minuteMs).toBeGreaterThan(20);
    expect((last - first) / minuteMs).toBeLessThan(120);
  }
});

it('passes at least two hubs within a country', () => {
  const hubs = new Set(towns.filter(({ hub }) => hub).map(({ name }) => name));
  for (const { events } of journeysOf('domestic', 100)) {
    const passed = new Set(events.map(({ place }) => place.name).filter((name) => hubs.has(name)));
    expect(passed.size).toBeGreaterThanOrEqual(2);
  }
});

it('passes customs when it leaves the customs union, and only then', () => {
  const union = ['NL', 'BE', 'DE', 'FR', 'ES', 'IT', 'PL', 'AT'];
  const crossings = journeysOf('cross_border', 200).map(({ parcel, events }) => ({
    isOutside: [parcel.origin, parcel.destination].some(({ country }) => !union.includes(country)),
    isCleared: events.some(({ subStatus }) => subStatus === 'in_transit.customs_cleared'),
  }));
  for (const { isOutside, isCleared } of crossings) expect(isCleared).toBe(isOutside);
  expect(new Set(crossings.map(({ isOutside }) => isOutside))).toEqual(new Set([true, false]));
});

describe('a carrier with few sub-statuses', () => {
  const subStatuses: readonly SubStatus[] = [
    'info_received.label_created',
    'in_transit.arrived_facility',
    'in_transit.moving',
    'out_for_delivery.with_driver',
    'attempt_failed.unspecified',
    'delivered.handed_over',
  ];
  const limited = new JourneyPlanner({
    ...toyDialect('limited', subStatuses),
    collectsIn: ['NL'],
    deliversIn: ['NL', 'BE'],
  });

  it('has only journeys whose end it can report', () => {
    expect([...limited.kinds].sort()).toEqual([
      'cross_border',
      'domestic',
      'failed_attempt',
      'never_scanned',
      'same_day',
      'silent',
    ]);
  });

  it.each(limited.kinds)(
    'ends a journey of the kind %s at the same milestone, within its own sub-statuses and countries',
    (kind) => {
      for (const { events, parcel } of journeysOf(kind, 60, limited)) {
        for (const { subStatus } of events) expect(subStatuses).toContain(subStatus);
        expect(truthOf(events).milestone).toBe(journeyKinds[kind].end);
        expect(parcel.origin.country).toBe('NL');
        expect(['NL', 'BE']).toContain(parcel.destination.country);
      }
    },
  );

  it('is refused without any sub-status or without a known country', () => {
    expect(() => new JourneyPlanner(toyDialect('silent', []))).toThrow('silent cannot complete any journey');
    expect(() => new JourneyPlanner({ ...toyDialect(), collectsIn: ['AQ'] })).toThrow(RangeError);
  });
});

it('chooses kinds by weight', () => {
  const kinds = Array.from({ length: 4_000 }, (_, index) => {
    const random = randomOf(2, index);
    return planner.plan({ trackingNumber: 'N', reference: 'R', labelAt: spring, random }).kind;
  });
  const shareOf = (name: Journey['kind']) => kinds.filter((kind) => kind === name).length / kinds.length;
  expect(Math.abs(shareOf('domestic') - 0.5)).toBeLessThan(0.03);
  const weighted = journeyKindNames.filter((name) => journeyKinds[name].weight > 0);
  expect(journeyKindNames.filter((name) => !weighted.includes(name))).toEqual(['same_day']);
  expect(shareOf('same_day')).toBe(0);
  for (const name of weighted) expect(shareOf(name), name).toBeGreaterThan(0.003);
});

it('signs with the name of the recipient, and only deliveries with a signature', () => {
  const deliveries = journeysOf('domestic', 100).map(
    ({ parcel, events }) => [parcel, events.at(-1)] as const,
  );
  for (const [parcel, last] of deliveries) {
    expect(last?.signedBy).toBe(last?.subStatus === 'delivered.signed' ? parcel.recipientName : undefined);
    expect(last && milestoneOf(last.subStatus)).toBe('delivered');
  }
  expect(deliveries.some(([, last]) => last?.signedBy !== undefined)).toBe(true);
});

function pairs<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.slice(1).flatMap((after, index) => {
    const before = list[index];
    return before === undefined ? [] : [[before, after] as const];
  });
}

function pointOf({ place }: JourneyEvent) {
  const town = towns.find(({ name, country }) => name === place.name && country === place.country);
  if (!town) throw new Error(`There is no town ${place.name}.`);
  return town.point;
}
