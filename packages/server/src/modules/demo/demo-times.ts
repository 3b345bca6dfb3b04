import type { SameDay } from '@milepost/simulator';

/**
 * When the demo lives. Everything hangs on the moment at which its workspace was made, so that a server that starts again simulates the same parcels.
 *
 *   |── past, 14 days: ever more labels a day ──|── as many a day as at its end, for 21 days ──────|
 *  from                          workspace made, less the head start                               to
 *
 * Parcels of two days or three change seldom. So that whoever looks sees something happen, the shops also send within the town, from shortly before the
 * workspace was made and for ever; what has ended is forgotten after some while (modules/demo/store/demo-retention.ts).
 */
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How much faster than the clock the demo lives until it has reached the present. */
export const catchUpSpeed = 60;
/** So far behind the present it begins to live. */
export const headStartMs = 12 * hourMs;
const pastMs = 14 * dayMs;
const futureMs = 21 * dayMs;
/** A straight ramp has twice its average at its end, and goes on with it. */
const futureShare = (2 * futureMs) / (pastMs + 2 * futureMs);
/** This long before its end the past is told message by message, before that in one answer a parcel. */
const singlyMs = dayMs;
/** What an earlier run sent last is sent again, in case it did not arrive. */
export const overlapMs = hourMs;

/** Every day (ISO date) on which messages of the past were received. */
export function daysOfPast(now: number): string[] {
  const days = Math.ceil((pastMs + headStartMs) / dayMs) + 1;
  return Array.from({ length: days }, (_, ago) => new Date(now - ago * dayMs).toISOString().slice(0, 10));
}

/** Between two same-day parcels of a shop with all its shipments. Each is announced once and told of seven times, so that something changes every other second. */
const sameDayEveryMs = 12_000;
/** Their labels begin so long before the workspace was made, that their flow is even when the demo has reached the present. */
const sameDayHeadMs = 2 * hourMs;
/** After so long they are delivered, whatever the carrier has still to tell. */
const sameDayJourneyMs = 3 * hourMs;
/** A server that runs longer than this without a start goes back to the calm of the other parcels; each day more makes the start longer. */
const sameDayAheadMs = 3 * dayMs;

export interface SameDayRequest {
  /** When the workspace was made, where the clock begins now, and when an earlier run was received of last; milliseconds since 1970 UTC. */
  createdAt: number;
  startAt: number;
  receivedUntil: number | null;
  /** How much of the shop's shipments there are. */
  scale: number;
  /** The place of this carrier among those who bring them, by turns. */
  turn: number;
  turns: number;
}

/** Those that are on their way when the clock begins or later, and those that an earlier run left on their way. */
export function sameDayPlan({
  createdAt,
  startAt,
  receivedUntil,
  scale,
  turn,
  turns,
}: SameDayRequest): SameDay {
  const stretchMs = sameDayEveryMs / Math.min(1, scale);
  const everyMs = stretchMs * turns;
  const from = createdAt - sameDayHeadMs + turn * stretchMs;
  const serialAt = (at: number): number => Math.max(0, Math.floor((at - from) / everyMs));
  const first = serialAt(startAt - sameDayJourneyMs);
  const left =
    receivedUntil === null ? [] : range(serialAt(receivedUntil - sameDayJourneyMs), serialAt(receivedUntil));
  const serials = [
    ...left.filter((serial) => serial < first),
    ...range(first, serialAt(startAt + sameDayAheadMs)),
  ];
  return { from, everyMs, serials };
}

/** Whole numbers from the first up to before the last. */
function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}

export interface LabelPlan {
  from: number;
  to: number;
  spread(share: number): number;
}

/** Where the labels lie of a demo whose workspace was made then. */
export function labelPlan(createdAt: number): LabelPlan {
  const knee = createdAt - headStartMs;
  const [from, to] = [knee - pastMs, knee + futureMs];
  const pastShare = 1 - futureShare;
  const spread = (share: number): number =>
    share < pastShare
      ? from + pastMs * Math.sqrt(share / pastShare)
      : knee + (futureMs * (share - pastShare)) / futureShare;
  return { from, to, spread };
}

/** Parcels to be planned, so that so many of them have a label in the past. */
export function parcelsFor(past: number): number {
  return Math.round(past / (1 - futureShare));
}

/**
 * Where the clock begins: some hours behind the present, or where an earlier run was received of last (`receivedUntil`) when that is nearer. `singlyFrom` parts
 * the past that is told in one answer a parcel from that told message by message.
 */
export function clockStart(
  now: number,
  receivedUntil: number | null,
): { startAt: number; singlyFrom: number } {
  const startAt = Math.min(now, Math.max(now - headStartMs, receivedUntil ?? Number.NEGATIVE_INFINITY));
  return { startAt, singlyFrom: startAt - singlyMs };
}
