import { milestones } from '../taxonomy/index.ts';
import { instantOf, wallMsOf } from '../time/index.ts';
import type { EventFact, FactRecord } from './fact.ts';

/**
 * One total order over the facts of a shipment: instant, then the carrier's sequence, then the milestone's rank, then identity. Nothing in it
 * depends on when a message arrived, so any order of arrival gives the same timeline.
 */
export type OrderKey = readonly [moment: number, sequence: number, rank: number, identity: string];

const dayMs = 86_400_000;
const noonMs = dayMs / 2;

export function orderKeyOf(fact: EventFact & FactRecord): OrderKey {
  return [orderMomentOf(fact), fact.sequence ?? 0, milestones[fact.milestone].rank, fact.identity];
}

export function compareKeys(left: OrderKey, right: OrderKey): number {
  if (left[0] !== right[0]) return left[0] - right[0];
  if (left[1] !== right[1]) return left[1] - right[1];
  if (left[2] !== right[2]) return left[2] - right[2];
  if (left[3] === right[3]) return 0;
  return left[3] < right[3] ? -1 : 1;
}

/**
 * The moment used for sorting only, never shown. A mere day is put where it contradicts least among the exact times of that day: data about
 * the parcel at its start, an end of the journey at its end, anything else at noon. A clock without zone is read as UTC.
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

/** True when the instant of the fact is known, so that its place in the order needs no convention. */
export function isExact(fact: EventFact): boolean {
  return fact.time.occurredAt !== null;
}
