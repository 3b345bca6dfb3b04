import { percentile } from '../percentile.ts';
import type { PushedEvent } from './push-events.ts';

/**
 * Percentile of the latency from one moment of each event until it was seen. `sent` is in the order of
 * sending. A row shows the newest event of its parcel, so an event that was overtaken counts as seen when a
 * newer one of its parcel was, which is never too early. An event that never arrived has an infinite latency:
 * null when the percentile falls on one.
 */
export function latencyPercentile(
  sent: readonly PushedEvent[],
  seen: ReadonlyMap<string, number>,
  { from, rank }: { from: 'acceptedAt' | 'sentAt'; rank: number },
): number | null {
  const shown = shownAt(sent, seen);
  const latencies = sent.map((event) => (shown.get(event.mark) ?? Number.POSITIVE_INFINITY) - event[from]);
  const latency = percentile(latencies, rank);
  return latency === null || !Number.isFinite(latency) ? null : latency;
}

/**
 * When the row of each event first showed it or a newer one, by its mark; without those that never appeared.
 */
export function shownAt(
  sent: readonly PushedEvent[],
  seen: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  const earliest = new Map<string, number>();
  for (const { mark, trackingNumber } of sent.toReversed()) {
    const at = Math.min(
      seen.get(mark) ?? Number.POSITIVE_INFINITY,
      earliest.get(trackingNumber) ?? Number.POSITIVE_INFINITY,
    );
    if (!Number.isFinite(at)) continue;
    earliest.set(trackingNumber, at);
    shown.set(mark, at);
  }
  return shown;
}
