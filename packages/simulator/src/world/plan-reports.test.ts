import { describe, expect, it } from 'vitest';
import type { JourneyEvent } from '../dialect.ts';
import { type FaultRates, faultRatePresets } from '../faults/fault-rates.ts';
import { interruptionsOf } from '../faults/interruptions.ts';
import { JourneyPlanner } from '../journeys/journey-planner.ts';
import { hourMs, minuteMs } from '../journeys/local-time.ts';
import { randomOf } from '../random.ts';
import { toyDialect } from '../testing/toy-dialect.ts';
import { planReports, type Report, recoverableOf } from './plan-reports.ts';

const planner = new JourneyPlanner(toyDialect());
const journeys = Array.from({ length: 1_500 }, (_, index) =>
  planner.plan({
    trackingNumber: `N${index}`,
    reference: 'R',
    labelAt: Date.UTC(2026, 0, 5) + index * hourMs,
    random: randomOf(4, index),
  }),
);
const eventCount = journeys.reduce((sum, { events }) => sum + events.length, 0);
const { none, normal, heavy } = faultRatePresets;

interface ReportedJourney {
  events: readonly JourneyEvent[];
  reports: Report[];
}

function reportJourneys(faultRates: FaultRates, seed = 1): ReportedJourney[] {
  const silence = interruptionsOf({ seed, carrier: 'toy', kind: 'silence', rate: faultRates.silence });
  return journeys.map(({ events }, index) => ({
    events,
    reports: planReports({ events, faultRates, silence, random: randomOf(seed, 'reports', index) }),
  }));
}

const ofKind = (reports: readonly Report[], kind: Report['kind']) =>
  reports.filter((report) => report.kind === kind);

describe.each(Object.entries(faultRatePresets))('a carrier with the fault rates %s', (_, faultRates) => {
  const reported = reportJourneys(faultRates);

  it('reports every event, and none before it occurred', () => {
    for (const { events, reports } of reported) {
      const reported = ofKind(reports, 'first').map(({ event }) => event.sequence);
      expect(reported.sort((left, right) => left - right)).toEqual(events.map(({ sequence }) => sequence));
      for (const { at, event } of reports) expect(at).toBeGreaterThan(event.occurredAt);
    }
  });

  it('reports in order of time', () => {
    for (const { reports } of reported) {
      const moments = reports.map(({ at }) => at);
      expect(moments).toEqual(moments.toSorted((left, right) => left - right));
    }
  });

  it('delivers every event at some attempt', () => {
    for (const { events, reports } of reported) {
      const arrived = reports.filter(({ kind, arrives }) => arrives && kind !== 'garbage');
      expect(new Set(arrived.map(({ event }) => event.sequence)).size).toBe(events.length);
    }
  });

  it('sends the same content at every attempt', () => {
    for (const { reports } of reported) {
      const bySequence = new Map(ofKind(reports, 'first').map(({ event }) => [event.sequence, event]));
      for (const { event } of reports) expect(event).toEqual(bySequence.get(event.sequence));
    }
  });

  it('is the same for the same seed and different for another', () => {
    expect(reportJourneys(faultRates)).toEqual(reported);
    expect(reportJourneys(faultRates, 2)).not.toEqual(reported);
  });
});

it('is prompt, in order and correct without faults', () => {
  for (const { events, reports } of reportJourneys(none)) {
    expect(reports.map(({ event }) => event)).toEqual(events);
    for (const { at, event, arrives } of reports) {
      expect(at - event.occurredAt).toBeLessThanOrEqual(minuteMs);
      expect(arrives).toBe(true);
    }
  }
});

/** The share of all events that each fault affected. */
function sharesOf(reported: readonly ReportedJourney[]): Record<string, number> {
  const count = (of: (journey: ReportedJourney) => number) =>
    reported.reduce((sum, journey) => sum + of(journey), 0) / eventCount;
  const first = (test: (report: Report) => boolean) =>
    count(({ reports }) => ofKind(reports, 'first').filter(test).length);
  return {
    repeat: count(({ reports }) => ofKind(reports, 'repeat').length),
    garbage: count(({ reports }) => ofKind(reports, 'garbage').length),
    drop: first(({ arrives }) => !arrives),
    resend: count(({ reports }) => ofKind(reports, 'resend').length),
    unknownCode: first(({ event }) => event.garbledCode !== undefined),
    wrongClock: first(({ event }) => event.clockErrorMinutes !== undefined),
    late: first(({ at, event }) => at - event.occurredAt > 2 * hourMs),
  };
}

it.each([
  ['normal', normal],
  ['heavy', heavy],
] as const)('matches the fault rates %s', (_, faultRates) => {
  // Silence and reordering also delay, so the delay rate is measured without them.
  const shares = sharesOf(reportJourneys({ ...faultRates, silence: 0, reorder: 0 }));
  const expected: Record<string, number> = {
    repeat: faultRates.repeat,
    garbage: faultRates.garbage,
    drop: faultRates.drop,
    resend: faultRates.drop,
    unknownCode: faultRates.unknownCode,
    // A clock error is skipped near a change of daylight saving time and for garbled codes.
    wrongClock: faultRates.wrongClock * (1 - faultRates.unknownCode),
    late: faultRates.delay,
  };
  for (const [name, rate] of Object.entries(expected)) {
    // Four standard deviations of a count of this many independent events.
    const slack = 4 * Math.sqrt((rate * (1 - rate)) / eventCount);
    expect(Math.abs((shares[name] ?? 0) - rate), name).toBeLessThan(slack + 0.0005);
  }
});

it('swaps adjacent reports at the given rate', () => {
  const reported = reportJourneys({ ...none, reorder: 0.2 });
  const swapped = reported.flatMap(({ reports }) =>
    reports.filter(({ event }, index) => event.sequence < (reports[index - 1]?.event.sequence ?? 0)),
  );
  const share = swapped.length / eventCount;
  expect(share).toBeGreaterThan(0.13);
  expect(share).toBeLessThan(0.21);
});

it('reports nothing during silence and catches up within the hour', () => {
  const silence = interruptionsOf({ seed: 1, carrier: 'toy', kind: 'silence', rate: 0.3 });
  let held = 0;
  for (const { reports } of reportJourneys({ ...none, silence: 0.3 })) {
    for (const { at, event } of reports) {
      expect(silence.isOn(at)).toBe(false);
      const due = silence.endAfter(event.occurredAt + minuteMs);
      if (due > event.occurredAt + minuteMs) held += 1;
      expect(at).toBeLessThanOrEqual(due + hourMs);
    }
  }
  expect(held / eventCount).toBeGreaterThan(0.2);
});

it('classifies a report with the right code as recoverable, and with the right clock as whole', () => {
  for (const { events, reports } of reportJourneys(heavy)) {
    for (const { event } of ofKind(reports, 'first')) {
      const truth = events.find(({ sequence }) => sequence === event.sequence);
      const { garbledCode, clockErrorMinutes = 0 } = event;
      const withCode = clockErrorMinutes === 0 ? 'whole' : 'without_clock';
      const expected = garbledCode === undefined ? withCode : 'without_code';
      expect(recoverableOf(event)).toBe(expected);
      if (expected === 'whole') expect(event).toEqual(truth);
      // A clock that runs ahead would look like the future to a prompt receiver.
      expect(clockErrorMinutes).toBeLessThanOrEqual(0);
    }
  }
});
