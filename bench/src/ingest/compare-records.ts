import type { LoadRecord } from '@milepost/simulator';
import { eventKey } from './event-key.ts';
import type { Arrivals } from './listen-to-stream.ts';
import type { RecordedEvents } from './read-record.ts';

export interface RecordComparison {
  /** Acknowledged events that are not in the record. */
  lost: number;
  /** Events that are in the record more often than they were sent, or twice under one identity. */
  duplicated: number;
}

/** Compares the sent events with the record. */
export function compareWithRecord(sent: readonly LoadRecord[], recorded: RecordedEvents): RecordComparison {
  const expected = new Map<string, { sent: number; accepted: number }>();
  for (const [trackingNumber, occurredAt, , , acceptedAt] of sent) {
    const key = eventKey(trackingNumber, occurredAt);
    const count = expected.get(key) ?? { sent: 0, accepted: 0 };
    count.sent += 1;
    if (acceptedAt !== null) count.accepted += 1;
    expected.set(key, count);
  }
  let lost = 0;
  for (const [key, { accepted }] of expected) lost += Math.max(0, accepted - (recorded.counts.get(key) ?? 0));
  let surplus = 0;
  for (const [key, held] of recorded.counts) surplus += Math.max(0, held - (expected.get(key)?.sent ?? 0));
  return { lost, duplicated: Math.max(surplus, recorded.repeatedIdentities) };
}

export interface Visibility {
  /** Latencies from when a message was due to the arrival of its event on the live stream. */
  visibleMs: number[];
  /** Accepted events that never arrived. */
  unseen: number;
  /** Arrivals of an event beyond those sent. */
  seenTwice: number;
}

/** Compares the sent events with the live stream. Latencies include only messages due from `from` on. */
export function compareWithStream(sent: readonly LoadRecord[], arrivals: Arrivals, from: number): Visibility {
  const arrived = new Map<string, number[]>();
  for (const [index, key] of arrivals.keys.entries()) {
    const at = arrivals.at[index] ?? Number.NaN;
    const earlier = arrived.get(key);
    if (earlier) earlier.push(at);
    else arrived.set(key, [at]);
  }
  const visibility: Visibility = { visibleMs: [], unseen: 0, seenTwice: 0 };
  for (const [trackingNumber, occurredAt, dueAt, , acceptedAt] of sent) {
    const at = arrived.get(eventKey(trackingNumber, occurredAt))?.shift();
    if (at === undefined) visibility.unseen += acceptedAt === null ? 0 : 1;
    else if (dueAt >= from) visibility.visibleMs.push(at - dueAt);
  }
  for (const left of arrived.values()) visibility.seenTwice += left.length;
  return visibility;
}
