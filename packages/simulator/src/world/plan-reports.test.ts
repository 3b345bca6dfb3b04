import { describe, expect, it } from 'vitest';
import type { Happening } from '../dialect.ts';
import { type Unruliness, unrulinessPresets } from '../faults/fault-rates.ts';
import { spellsOf } from '../faults/interruptions.ts';
import { JourneyPlanner } from '../journeys/journey-planner.ts';
import { hourMs, minuteMs } from '../journeys/local-time.ts';
import { randomOf } from '../random.ts';
import { toyDialect } from '../testing/toy-dialect.ts';
import { planTellings, recoverableOf, type Telling } from './plan-reports.ts';

const planner = new JourneyPlanner(toyDialect());
const journeys = Array.from({ length: 1_500 }, (_, index) =>
  planner.plan({
    trackingNumber: `N${index}`,
    reference: 'R',
    labelAt: Date.UTC(2026, 0, 5) + index * hourMs,
    random: randomOf(4, index),
  }),
);
const happeningCount = journeys.reduce((sum, { happenings }) => sum + happenings.length, 0);
const { calm, normal, unruly } = unrulinessPresets;

interface Story {
  happenings: readonly Happening[];
  tellings: Telling[];
}

function storiesOf(unruliness: Unruliness, seed = 1): Story[] {
  const silence = spellsOf({ seed, carrier: 'toy', what: 'silence', rate: unruliness.silence });
  return journeys.map(({ happenings }, index) => ({
    happenings,
    tellings: planTellings({ happenings, unruliness, silence, random: randomOf(seed, 'tellings', index) }),
  }));
}

const ofKind = (tellings: readonly Telling[], kind: Telling['kind']) =>
  tellings.filter((one) => one.kind === kind);

describe.each(Object.entries(unrulinessPresets))('a carrier of the kind %s', (_, unruliness) => {
  const stories = storiesOf(unruliness);

  it('tells every happening, and none before it happened', () => {
    for (const { happenings, tellings } of stories) {
      const told = ofKind(tellings, 'first').map(({ happening }) => happening.sequence);
      expect(told.sort((left, right) => left - right)).toEqual(happenings.map(({ sequence }) => sequence));
      for (const { at, happening } of tellings) expect(at).toBeGreaterThan(happening.occurredAt);
    }
  });

  it('tells in order of time', () => {
    for (const { tellings } of stories) {
      const moments = tellings.map(({ at }) => at);
      expect(moments).toEqual(moments.toSorted((left, right) => left - right));
    }
  });

  it('gets every happening through at some try', () => {
    for (const { happenings, tellings } of stories) {
      const arrived = tellings.filter(({ kind, arrives }) => arrives && kind !== 'garbage');
      expect(new Set(arrived.map(({ happening }) => happening.sequence)).size).toBe(happenings.length);
    }
  });

  it('tells the same thing at every try', () => {
    for (const { tellings } of stories) {
      const bySequence = new Map(
        ofKind(tellings, 'first').map(({ happening }) => [happening.sequence, happening]),
      );
      for (const { happening } of tellings) expect(happening).toEqual(bySequence.get(happening.sequence));
    }
  });

  it('is the same again for the same seed, and another for another', () => {
    expect(storiesOf(unruliness)).toEqual(stories);
    expect(storiesOf(unruliness, 2)).not.toEqual(stories);
  });
});

it('is, when calm, prompt, in order and right', () => {
  for (const { happenings, tellings } of storiesOf(calm)) {
    expect(tellings.map(({ happening }) => happening)).toEqual(happenings);
    for (const { at, happening, arrives } of tellings) {
      expect(at - happening.occurredAt).toBeLessThanOrEqual(minuteMs);
      expect(arrives).toBe(true);
    }
  }
});

/** Of all happenings, the share that met each misfortune. */
function sharesOf(stories: readonly Story[]): Record<string, number> {
  const count = (of: (story: Story) => number) =>
    stories.reduce((sum, story) => sum + of(story), 0) / happeningCount;
  const first = (test: (telling: Telling) => boolean) =>
    count(({ tellings }) => ofKind(tellings, 'first').filter(test).length);
  return {
    repeat: count(({ tellings }) => ofKind(tellings, 'repeat').length),
    garbage: count(({ tellings }) => ofKind(tellings, 'garbage').length),
    drop: first(({ arrives }) => !arrives),
    resend: count(({ tellings }) => ofKind(tellings, 'resend').length),
    unknownCode: first(({ happening }) => happening.garbledCode !== undefined),
    wrongClock: first(({ happening }) => happening.clockErrorMinutes !== undefined),
    late: first(({ at, happening }) => at - happening.occurredAt > 2 * hourMs),
  };
}

it.each([
  ['normal', normal],
  ['unruly', unruly],
] as const)('keeps the rates of %s', (_, unruliness) => {
  // Silence and reordering delay too, so the rate of delays is looked at without them.
  const shares = sharesOf(storiesOf({ ...unruliness, silence: 0, reorder: 0 }));
  const expected: Record<string, number> = {
    repeat: unruliness.repeat,
    garbage: unruliness.garbage,
    drop: unruliness.drop,
    resend: unruliness.drop,
    unknownCode: unruliness.unknownCode,
    // A clock error is left out where it would meet a change of the clocks, or a code that is garbled already.
    wrongClock: unruliness.wrongClock * (1 - unruliness.unknownCode),
    late: unruliness.delay,
  };
  for (const [name, rate] of Object.entries(expected)) {
    // Four standard deviations of a count of so many independent draws.
    const slack = 4 * Math.sqrt((rate * (1 - rate)) / happeningCount);
    expect(Math.abs((shares[name] ?? 0) - rate), name).toBeLessThan(slack + 0.0005);
  }
});

it('swaps neighbours as often as it is told to', () => {
  const stories = storiesOf({ ...calm, reorder: 0.2 });
  const swapped = stories.flatMap(({ tellings }) =>
    tellings.filter(
      ({ happening }, index) => happening.sequence < (tellings[index - 1]?.happening.sequence ?? 0),
    ),
  );
  const share = swapped.length / happeningCount;
  expect(share).toBeGreaterThan(0.13);
  expect(share).toBeLessThan(0.21);
});

it('says nothing while it is silent, and catches up within the hour', () => {
  const silence = spellsOf({ seed: 1, carrier: 'toy', what: 'silence', rate: 0.3 });
  let held = 0;
  for (const { tellings } of storiesOf({ ...calm, silence: 0.3 })) {
    for (const { at, happening } of tellings) {
      expect(silence.isOn(at)).toBe(false);
      const due = silence.endAfter(happening.occurredAt + minuteMs);
      if (due > happening.occurredAt + minuteMs) held += 1;
      expect(at).toBeLessThanOrEqual(due + hourMs);
    }
  }
  expect(held / happeningCount).toBeGreaterThan(0.2);
});

it('takes for recoverable what was told with the right code, and for whole what also had the right clock', () => {
  for (const { happenings, tellings } of storiesOf(unruly)) {
    for (const { happening } of ofKind(tellings, 'first')) {
      const truth = happenings.find(({ sequence }) => sequence === happening.sequence);
      const { garbledCode, clockErrorMinutes = 0 } = happening;
      const withCode = clockErrorMinutes === 0 ? 'whole' : 'without_clock';
      const expected = garbledCode === undefined ? withCode : 'without_code';
      expect(recoverableOf(happening)).toBe(expected);
      if (expected === 'whole') expect(happening).toEqual(truth);
      // A clock that runs ahead would look like the future to a prompt listener.
      expect(clockErrorMinutes).toBeLessThanOrEqual(0);
    }
  }
});
