import { type EventTime, milestoneOf, type SubStatus, subStatuses, wallMsOf } from '@milepost/domain';
import { type CodeFate, isIgnored } from '../../_kit/index.ts';

/** The newest of a parcel's events that says how far it is: of a known code, and no mere note. */
export interface Told {
  time: EventTime;
  subStatus: SubStatus;
}

export function newerOf(held: Told | null, time: EventTime, fate: CodeFate | undefined): Told | null {
  if (fate === undefined || isIgnored(fate) || subStatuses[fate.subStatus].weight === 'note') return held;
  if (held !== null && momentOf(held.time) > momentOf(time)) return held;
  return { time, subStatus: fate.subStatus };
}

export function laterOf(held: EventTime | null, time: EventTime): EventTime {
  return held !== null && momentOf(held) > momentOf(time) ? held : time;
}

/**
 * Does the status of a parcel as a whole tell more than its events do? Mostly it repeats the newest of them, and a repetition would double a line of
 * the timeline. It adds something when an event has a code nobody knows, when events were left out, and for a few statuses without event.
 */
export function statusAdds(status: SubStatus, statusTime: EventTime, newest: Told | null): boolean {
  if (newest === null) return true;
  if (status === 'expired.closed_by_carrier') return !isEnd(newest.subStatus);
  // At the same moment the event is the finer telling.
  if (momentOf(statusTime) <= momentOf(newest.time)) return false;
  if (status.startsWith('info_received.pickup_')) return status !== newest.subStatus;
  return milestoneOf(status) !== milestoneOf(newest.subStatus);
}

/**
 * GLS stamps several scans with one second (reached and left a parcel centre), and only its list tells their order. Asked for each event from the
 * oldest to the newest; null for the first of its second, so that a lone event keeps no number that could change.
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
