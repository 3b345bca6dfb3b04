import { milestones } from '../taxonomy/index.ts';
import { instantOf, wallMsOf } from '../time/index.ts';
import type { EventFact, FactRecord } from './fact.ts';

/**
 * The sort key of an event. The order is total: moment (milliseconds), the carrier's sequence number, the
 * rank of the milestone, the identity. It does not depend on when a message arrived, so any order of arrival
 * gives the same timeline.
 */
export type OrderKey = readonly [moment: number, sequence: number, rank: number, identity: string];

const dayMs = 86_400_000;
const noonMs = dayMs / 2;

/** The sort key of an event. */
export function orderKeyOf(fact: EventFact & FactRecord): OrderKey {
  return [orderMomentOf(fact), fact.sequence ?? 0, milestones[fact.milestone].rank, fact.identity];
}

/** Comparator for sorting, oldest first. */
export function compareKeys(left: OrderKey, right: OrderKey): number {
  if (left[0] !== right[0]) return left[0] - right[0];
  if (left[1] !== right[1]) return left[1] - right[1];
  if (left[2] !== right[2]) return left[2] - right[2];
  if (left[3] === right[3]) return 0;
  return left[3] < right[3] ? -1 : 1;
}

/**
 * The moment used for sorting, in milliseconds since 1970 UTC; never shown. A date without time sorts within
 * its day: label data at the start, the end of the journey at the end, anything else at noon. A local time
 * without zone is read as UTC.
 */
export function orderMomentOf(fact: EventFact): number {
  const { time } = fact;
  if (time.occurredAt !== null) return time.occurredAt;
  const wallMs = wallMsOf(time) ?? 0;
  const start = time.zone === null ? wallMs : instantOf(wallMs, time.zone).epochMs;
  if (time.precision !== 'day') return start;
  const { rank, ends } = milestones[fact.milestone];
  if (ends) return start + dayMs - 1;
  return rank <= milestones.info_received.rank ? start : start + noonMs;
}

/** True if the instant of the event is known. */
export function isExact(fact: EventFact): boolean {
  return fact.time.occurredAt !== null;
}
