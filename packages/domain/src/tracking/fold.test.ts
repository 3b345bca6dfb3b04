import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milestoneOf, type SubStatus, subStatusNames } from '../taxonomy/index.ts';
import { confidenceOf } from './confidence.ts';
import type { EventFact, Fact, RecordedFact } from './fact.ts';
import { evolve, fold } from './fold.ts';
import { identityOf, revisionOf } from './identity.ts';
import { emptyState, type ShipmentState } from './state.ts';
import { packFact, unpackFact } from './stored-fact.ts';
import { packState, unpackState } from './stored-state.ts';

const start = Date.UTC(2026, 2, 1, 8);
const hour = 3_600_000;

interface Sketch {
  subStatus: SubStatus;
  hours: number;
  day?: boolean;
  source?: string;
  code?: string;
  receivedHours?: number;
  trust?: number;
  town?: string;
}

function eventOf(sketch: Sketch): EventFact {
  const occurredAt = start + sketch.hours * hour;
  const localTime = new Date(occurredAt).toISOString().slice(0, sketch.day ? 10 : 19);
  const time = sketch.day
    ? {
        localTime,
        precision: 'day' as const,
        zone: 'UTC',
        zoneSource: 'payload_utc' as const,
        occurredAt: null,
      }
    : {
        localTime,
        precision: 'second' as const,
        zone: 'UTC',
        zoneSource: 'payload_utc' as const,
        occurredAt,
      };
  return {
    kind: 'event',
    time,
    milestone: milestoneOf(sketch.subStatus),
    subStatus: sketch.subStatus,
    classifier: 'actual',
    origin: 'carrier',
    reason: null,
    party: null,
    code: sketch.code ?? sketch.subStatus,
    subCode: null,
    text: null,
    place: sketch.town ? { name: sketch.town, country: 'NL' } : null,
    carrierEventId: null,
    sequence: null,
    signedBy: null,
    confidence: confidenceOf({ mapping: sketch.trust ?? 1, clock: 1, place: 1, source: 1, plausibility: 1 }),
  };
}

function recorded(fact: Fact, source: string, receivedAt: number): RecordedFact {
  return {
    ...fact,
    identity: identityOf(fact),
    revision: revisionOf(fact),
    source,
    legId: 'leg',
    reading: 0,
    receivedAt,
  };
}

function record(sketch: Sketch): RecordedFact {
  return recorded(
    eventOf(sketch),
    sketch.source ?? 'postnl/poll',
    start + (sketch.receivedHours ?? sketch.hours) * hour,
  );
}

/**
 * Adds facts one at a time as the pipeline does: `evolve` if possible, otherwise a full fold; repetitions are
 * dropped.
 */
function evolveAll(facts: readonly RecordedFact[]): ShipmentState {
  let state = emptyState;
  const known: RecordedFact[] = [];
  for (const fact of facts) {
    const same = known.filter(({ identity }) => identity === fact.identity);
    if (same.some(({ revision }) => revision === fact.revision)) continue;
    known.push(fact);
    const next = same.length === 0 ? evolve(state, fact) : null;
    state = next ?? fold(known);
  }
  return state;
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}

const vocabulary: Sketch[] = [
  { subStatus: 'info_received.label_created', hours: 0 },
  { subStatus: 'in_transit.accepted', hours: 4, town: 'Utrecht' },
  { subStatus: 'out_for_delivery.with_driver', hours: 20 },
  { subStatus: 'attempt_failed.not_home', hours: 24 },
  { subStatus: 'available_for_pickup.ready', hours: 28 },
  { subStatus: 'delivered.signed', hours: 30 },
  { subStatus: 'delivered.handed_over', hours: 30, source: '17track/poll', code: 'D' },
  { subStatus: 'in_transit.moving', hours: 40 },
  { subStatus: 'returning.started', hours: 44 },
  { subStatus: 'delivered.handed_over', hours: 60, code: 'back' },
  { subStatus: 'unknown.unmapped', hours: 22, trust: 0.2 },
  { subStatus: 'in_transit.customs_started', hours: 10, day: true },
  {
    subStatus: 'in_transit.dropped_off',
    hours: 4,
    town: 'Utrecht',
    code: 'in_transit.accepted',
    receivedHours: 70,
  },
];

describe('the order of arrival', () => {
  it('does not change the state, for all sets of up to five of thirteen facts', { timeout: 60_000 }, () => {
    const facts = vocabulary.map(record);
    let orders = 0;
    const visit = (chosen: RecordedFact[], from: number): void => {
      if (chosen.length > 0) {
        const expected = JSON.stringify(fold(chosen));
        for (const order of permutations(chosen)) {
          orders += 1;
          const evolved = JSON.stringify(evolveAll(order));
          if (evolved !== expected)
            expect(JSON.parse(evolved), order.map((f) => f.identity).join(' → ')).toEqual(fold(chosen));
        }
      }
      if (chosen.length === 5) return;
      for (let index = from; index < facts.length; index++) {
        const fact = facts[index];
        if (fact) visit([...chosen, fact], index + 1);
      }
    };
    visit([], 0);
    // 13 + 78·2 + 286·6 + 715·24 + 1287·120: all orders were tested.
    expect(orders).toBe(13 + 156 + 1716 + 17_160 + 154_440);
  });
});

const sketches: fc.Arbitrary<RecordedFact> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        subStatus: fc.constantFrom(...subStatusNames),
        hours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.double({ min: 0, max: 2, noNaN: true })),
        day: fc.boolean().map((day) => day),
        source: fc.constantFrom('postnl/poll', 'postnl/webhook', '17track/poll'),
        code: fc.constantFrom('A', 'B', 'C'),
        receivedHours: fc.integer({ min: 0, max: 40 }),
        trust: fc.constantFrom(1, 0.9, 0.2),
        town: fc.constantFrom('Utrecht', 'Zwolle'),
      })
      .map((sketch) => record({ ...sketch, day: sketch.day && sketch.hours > 25 })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        asOf: fc.option(fc.integer({ min: 0, max: 9 })),
        service: fc.constantFrom('a', 'b'),
        received: fc.integer({ min: 0, max: 9 }),
        answer: fc.constantFrom('found' as const, 'not_found' as const),
      })
      .map(({ asOf, service, received, answer }) =>
        recorded({ kind: 'details', asOf, details: { service, answer } }, 'postnl/poll', start + received),
      ),
  },
);

describe('random histories', () => {
  it('evolve to the same state as the full fold, with repetitions, corrections and late facts', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(sketches, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (facts, dice) => {
        const repeated = [...facts, ...facts.filter(() => (dice.next().value ?? 0) % 2 === 0)];
        const shuffled = repeated
          .map((fact) => [dice.next().value ?? 0, fact] as const)
          .sort((left, right) => left[0] - right[0])
          .map(([, fact]) => fact);
        // Only the first report of each identity and revision is stored. Repetitions differ only in time of
        // receipt.
        const kept = new Map(
          shuffled.toReversed().map((fact) => [`${fact.identity} ${fact.revision}`, fact]),
        );
        expect(evolveAll(shuffled)).toEqual(fold([...kept.values()]));
      }),
      { numRuns: 2_000 },
    );
  });

  it('give a state that is unchanged after storing and loading', () => {
    fc.assert(
      fc.property(fc.array(sketches, { maxLength: 8 }), (facts) => {
        const state = fold(facts);
        expect(unpackState(JSON.parse(JSON.stringify(packState(state))))).toEqual(state);
      }),
    );
  });

  it('fold to the same state in any order', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(sketches, { maxLength: 10 }), (facts) => {
        const kept = [...new Map(facts.map((fact) => [`${fact.identity} ${fact.revision}`, fact])).values()];
        expect(fold(kept.toReversed())).toEqual(fold(kept));
      }),
      { numRuns: 2_000 },
    );
  });
});

/** [title, facts, expected sub-status, expected flags] */
const cases: [string, Sketch[], SubStatus, string[]][] = [
  [
    'ignores a label event after the first scan',
    [
      { subStatus: 'in_transit.accepted', hours: 1 },
      { subStatus: 'info_received.label_created', hours: 2 },
    ],
    'in_transit.accepted',
    [],
  ],
  [
    'keeps the last milestone for an unknown code',
    [
      { subStatus: 'out_for_delivery.with_driver', hours: 1 },
      { subStatus: 'unknown.unmapped', hours: 2, trust: 0.2 },
    ],
    'out_for_delivery.with_driver',
    ['unknown_code'],
  ],
  [
    'is unknown, not in transit, if the only code is unknown',
    [{ subStatus: 'unknown.unmapped', hours: 2, trust: 0.2 }],
    'unknown.unmapped',
    ['unknown_code'],
  ],
  [
    'stays delivered after a later scan and flags a contradiction',
    [
      { subStatus: 'delivered.mailbox', hours: 1 },
      { subStatus: 'in_transit.arrived_facility', hours: 9 },
    ],
    'delivered.mailbox',
    ['contradiction'],
  ],
  [
    'reports damage after delivery',
    [
      { subStatus: 'delivered.mailbox', hours: 1 },
      { subStatus: 'exception.damaged', hours: 9 },
      { subStatus: 'in_transit.moving', hours: 10 },
    ],
    'exception.damaged',
    ['contradiction'],
  ],
  [
    'treats a delivery during a return as returned',
    [
      { subStatus: 'exception.refused', hours: 1 },
      { subStatus: 'returning.started', hours: 2 },
      { subStatus: 'out_for_delivery.with_driver', hours: 8 },
      { subStatus: 'delivered.handed_over', hours: 9 },
    ],
    'returned.to_sender',
    [],
  ],
  [
    'is available for pickup, not delivered, in a shop',
    [
      { subStatus: 'out_for_delivery.with_driver', hours: 1 },
      { subStatus: 'available_for_pickup.diverted', hours: 3 },
    ],
    'available_for_pickup.diverted',
    [],
  ],
  [
    'reopens a lost parcel that is scanned again',
    [
      { subStatus: 'exception.lost', hours: 1 },
      { subStatus: 'in_transit.arrived_facility', hours: 30 },
    ],
    'in_transit.arrived_facility',
    ['reopened'],
  ],
  [
    'stays out for delivery after a note',
    [
      { subStatus: 'out_for_delivery.with_driver', hours: 1 },
      { subStatus: 'in_transit.delivery_changed', hours: 2 },
    ],
    'out_for_delivery.with_driver',
    [],
  ],
  [
    'is not changed by a low-confidence event',
    [
      { subStatus: 'in_transit.moving', hours: 1 },
      { subStatus: 'delivered.handed_over', hours: 2, trust: 0.2 },
    ],
    'in_transit.moving',
    ['low_confidence'],
  ],
  [
    'sorts a delivery without time after the scans of that day',
    [
      { subStatus: 'delivered.handed_over', hours: 0, day: true },
      { subStatus: 'out_for_delivery.with_driver', hours: 3 },
    ],
    'delivered.handed_over',
    [],
  ],
];

describe('the state', () => {
  for (const [title, sketched, subStatus, flags] of cases) {
    it(title, () => {
      const state = fold(sketched.map(record));
      expect({ subStatus: state.subStatus, flags: state.flags }).toEqual({ subStatus, flags });
    });
  }
});

describe('a fact', () => {
  it('is unchanged after storing and loading', () => {
    fc.assert(
      fc.property(sketches, ({ identity, revision, source, legId, receivedAt, reading, ...fact }) => {
        expect(unpackFact(JSON.parse(JSON.stringify(packFact(fact))))).toEqual(fact);
      }),
    );
  });
});
