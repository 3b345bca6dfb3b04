import type { JourneyEvent } from '../dialect.ts';
import type { FaultRates } from '../faults/fault-rates.ts';
import type { Interruptions } from '../faults/interruptions.ts';
import { hourMs, isUnambiguous, minuteMs, wallMsOf } from '../journeys/local-time.ts';
import { between, chance, integerBetween, pick, type Random } from '../random.ts';

/** One report of a carrier about a parcel. */
export interface Report {
  /** When, milliseconds since 1970 UTC. */
  at: number;
  kind: 'first' | 'repeat' | 'resend' | 'garbage';
  /** The event as reported, including a garbled code or wrong clock. For garbage: the event it replaces. */
  event: JourneyEvent;
  /** False when the push is lost. Polls are not affected. */
  arrives: boolean;
}

export interface ReportsRequest {
  events: readonly JourneyEvent[];
  faultRates: FaultRates;
  silence: Interruptions;
  random: Random;
}

/** How much of an event can be recovered from all its reports. */
export type Recoverable = 'whole' | 'without_clock' | 'without_code';

/**
 * Late, repeated, reordered and resent events can be recovered completely. The carrier never corrects a wrong
 * code or clock.
 */
export function recoverableOf(reported: JourneyEvent): Recoverable {
  if (reported.garbledCode !== undefined) return 'without_code';
  return reported.clockErrorMinutes === undefined ? 'whole' : 'without_clock';
}

/** All reports of a carrier about a parcel, in order of time. */
export function planReports({ events, faultRates, silence, random }: ReportsRequest): Report[] {
  const first = events.map((event) => firstReport(event, faultRates, random));
  swapAdjacent(first, faultRates.reorder, random);
  for (const report of first) report.at = afterSilence(report.at, silence, random);
  const further = first.flatMap((report) => furtherReports(report, faultRates, random));
  for (const report of further) report.at = afterSilence(report.at, silence, random);
  return [...first, ...further].sort(
    (left, right) => left.at - right.at || left.event.sequence - right.event.sequence,
  );
}

/**
 * Scans reach the carrier's systems within seconds to minutes; late ones wait until the scanner is docked.
 * Events occur at whole minutes, and the random lag spreads their reports over the minute.
 */
function firstReport(event: JourneyEvent, faultRates: FaultRates, random: Random): Report {
  const lateHours = chance(random, faultRates.delay) ? between(random, 2, 30) : 0;
  const lagMs = between(random, 2_000, 60_000) + lateHours * hourMs;
  const arrives = !chance(random, faultRates.drop);
  return {
    at: Math.round(event.occurredAt + lagMs),
    kind: 'first',
    event: withContentFaults(event, faultRates, random),
    arrives,
  };
}

function withContentFaults(event: JourneyEvent, faultRates: FaultRates, random: Random): JourneyEvent {
  if (chance(random, faultRates.unknownCode)) {
    return { ...event, garbledCode: `ZQ${integerBetween(random, 10, 99)}` };
  }
  if (!chance(random, faultRates.wrongClock)) return event;
  const clockErrorMinutes = clockErrorOf(event, random);
  return clockErrorMinutes === null ? event : { ...event, clockErrorMinutes };
}

/**
 * Always backwards. A clock that runs ahead would be in the future in a prompt report and in the past in a
 * late one, so the observable state would depend on the receiver's speed.
 */
const clockErrors = [-60, -120, -300, -360, -480, -540] as const;

/** Null near a change of daylight saving time, where the wrong clock could be read as two instants. */
function clockErrorOf({ occurredAt, zone }: JourneyEvent, random: Random): number | null {
  const minutes = pick(random, clockErrors);
  const wrong = occurredAt + minutes * minuteMs;
  const offsetHolds = wallMsOf(wrong, zone) - wrong === wallMsOf(occurredAt, zone) - occurredAt;
  return offsetHolds && isUnambiguous(wrong, zone) ? minutes : null;
}

function swapAdjacent(reports: readonly Report[], rate: number, random: Random): void {
  for (const [index, report] of reports.entries()) {
    const next = reports[index + 1];
    if (!next || !chance(random, rate)) continue;
    [report.at, next.at] = [Math.max(report.at, next.at), notBeforeEvent(next, Math.min(report.at, next.at))];
  }
}

/** A report never precedes its event. A report that cannot come earlier follows directly after the event. */
function notBeforeEvent({ event }: Report, wanted: number): number {
  return Math.max(wanted, event.occurredAt + 1_000);
}

function afterSilence(at: number, silence: Interruptions, random: Random): number {
  const end = silence.endAfter(at);
  return end === at ? at : Math.round(end + between(random, 0, hourMs / 2));
}

function furtherReports(first: Report, faultRates: FaultRates, random: Random): Report[] {
  const { at, event } = first;
  const further: Report[] = [];
  const add = (kind: Report['kind'], afterMs: number) =>
    further.push({ at: Math.round(at + afterMs), kind, event, arrives: true });
  if (!first.arrives) add('resend', between(random, 5 * minuteMs, 6 * hourMs));
  if (chance(random, faultRates.repeat)) add('repeat', between(random, 500, 3 * hourMs));
  if (chance(random, faultRates.garbage)) add('garbage', between(random, 0, minuteMs));
  return further;
}
