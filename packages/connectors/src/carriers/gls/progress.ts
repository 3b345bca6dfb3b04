import { type EventTime, milestoneOf, type SubStatus, subStatuses, wallMsOf } from '@milepost/domain';
import { type CodeFate, isIgnored } from '../../_kit/index.ts';

/** The newest event that shows progress: with a known code, and not a mere note. */
export interface ProgressEvent {
  time: EventTime;
  subStatus: SubStatus;
}

export function newerOf(
  held: ProgressEvent | null,
  time: EventTime,
  fate: CodeFate | undefined,
): ProgressEvent | null {
  if (fate === undefined || isIgnored(fate) || subStatuses[fate.subStatus].weight === 'note') return held;
  if (held !== null && momentOf(held.time) > momentOf(time)) return held;
  return { time, subStatus: fate.subStatus };
}

export function laterOf(held: EventTime | null, time: EventTime): EventTime {
  return held !== null && momentOf(held) > momentOf(time) ? held : time;
}

/**
 * Whether the status of the whole parcel adds something to its events. Mostly it repeats the newest one,
 * which would double a line of the timeline. It adds something when an event has an unknown code, when
 * events are missing, and for a few statuses without an event.
 */
export function statusAdds(status: SubStatus, statusTime: EventTime, newest: ProgressEvent | null): boolean {
  if (newest === null) return true;
  if (status === 'expired.closed_by_carrier') return !isEnd(newest.subStatus);
  // At the same time the event is more exact.
  if (momentOf(statusTime) <= momentOf(newest.time)) return false;
  if (status.startsWith('info_received.pickup_')) return status !== newest.subStatus;
  return milestoneOf(status) !== milestoneOf(newest.subStatus);
}

/**
 * GLS gives several scans the same second (arrival at and departure from a parcel centre), and only its
 * list sorts them. Called for each event from oldest to newest; null for the first of its second, so that a
 * single event has no number that could change.
 */
export class TieCount {
  readonly #counts = new Map<string, number>();

  next(time: EventTime): number | null {
    const count = this.#counts.get(time.localTime) ?? 0;
    this.#counts.set(time.localTime, count + 1);
    return count === 0 ? null : count;
  }
}

/** For sorting only: a clock without zone is read as UTC. */
function momentOf(time: EventTime): number {
  return time.occurredAt ?? wallMsOf(time) ?? Number.NEGATIVE_INFINITY;
}

function isEnd(subStatus: SubStatus): boolean {
  return /^(?:delivered|returned|cancelled|expired)\./.test(subStatus);
}
