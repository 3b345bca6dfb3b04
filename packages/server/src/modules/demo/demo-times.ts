/**
 * The time plan of the demo. Everything depends on the time at which its workspace was created, so that a
 * restarted server simulates the same parcels.
 *
 *   |── past, 14 days: labels per day increase ─|── constant labels per day, for 21 days ──────────|
 *  from                       workspace created, minus the head start                              to
 *
 * Parcels that take two or three days change rarely. So that users see changes, the shops also send same-day
 * parcels, from shortly before the workspace was created and without end; finished ones are deleted later
 * (modules/demo/store/demo-retention.ts).
 */
import type { SameDay } from '@milepost/simulator';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Speed of the simulated clock until it has reached the current time. */
export const catchUpSpeed = 60;
/** How far before the current time the simulated clock starts. */
export const headStartMs = 12 * hourMs;
const pastMs = 14 * dayMs;
const futureMs = 21 * dayMs;
/** The linear ramp ends at twice its average, and the future continues at that rate. */
const futureShare = (2 * futureMs) / (pastMs + 2 * futureMs);
/** The last part of the past is replayed message by message; before it there is one message per parcel. */
const singlyMs = dayMs;
/** The last messages of an earlier run are sent again, in case they did not arrive. */
export const overlapMs = hourMs;

/** Every day (ISO date) on which messages of the past are received. */
export function daysOfPast(now: number): string[] {
  const days = Math.ceil((pastMs + headStartMs) / dayMs) + 1;
  return Array.from({ length: days }, (_, ago) => new Date(now - ago * dayMs).toISOString().slice(0, 10));
}

/**
 * Interval between two same-day parcels of a shop at full scale. Each causes one registration and seven
 * events, so something changes about every two seconds.
 */
const sameDayEveryMs = 12_000;
/** Their labels start early enough for a constant flow when the demo has reached the current time. */
const sameDayHeadMs = 2 * hourMs;
/** After this time every same-day parcel is delivered. */
const sameDayJourneyMs = 3 * hourMs;
/** Same-day parcels are planned for this time after each start. A longer plan would make the start slower. */
const sameDayAheadMs = 3 * dayMs;

export interface SameDayRequest {
  /**
   * When the workspace was created, where the clock starts now, and when the last message of an earlier run
   * was received; milliseconds since 1970 UTC.
   */
  createdAt: number;
  startAt: number;
  receivedUntil: number | null;
  /** Share of the shop's shipments to simulate. */
  scale: number;
  /** Index of this carrier among the `turns` carriers that alternate. */
  turn: number;
  turns: number;
}

/**
 * The same-day parcels under way at the start of the clock or later, and those left under way by an earlier
 * run.
 */
export function sameDayPlan({
  createdAt,
  startAt,
  receivedUntil,
  scale,
  turn,
  turns,
}: SameDayRequest): SameDay {
  const intervalMs = sameDayEveryMs / Math.min(1, scale);
  const everyMs = intervalMs * turns;
  const from = createdAt - sameDayHeadMs + turn * intervalMs;
  const serialAt = (at: number): number => Math.max(0, Math.floor((at - from) / everyMs));
  const first = serialAt(startAt - sameDayJourneyMs);
  const leftOver =
    receivedUntil === null ? [] : range(serialAt(receivedUntil - sameDayJourneyMs), serialAt(receivedUntil));
  const serials = [
    ...leftOver.filter((serial) => serial < first),
    ...range(first, serialAt(startAt + sameDayAheadMs)),
  ];
  return { from, everyMs, serials };
}

/** Integers from `first` up to but not including `last`. */
function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}

export interface LabelPlan {
  from: number;
  to: number;
  spread(share: number): number;
}

/** The label times of a demo whose workspace was created at `createdAt`. */
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

/** Number of parcels to plan, so that `past` of them have a label in the past. */
export function parcelsFor(past: number): number {
  return Math.round(past / (1 - futureShare));
}

/**
 * Where the clock starts: half a day ago, or at the last message of an earlier run (`receivedUntil`) if that
 * is later. Before `singlyFrom` the past is replayed in one message per parcel, after it message by message.
 */
export function clockStart(
  now: number,
  receivedUntil: number | null,
): { startAt: number; singlyFrom: number } {
  const startAt = Math.min(now, Math.max(now - headStartMs, receivedUntil ?? Number.NEGATIVE_INFINITY));
  return { startAt, singlyFrom: startAt - singlyMs };
}
