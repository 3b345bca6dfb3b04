import { percentile } from '../percentile.ts';
import type { PushedEvent } from './push-events.ts';

/**
 * From one moment of each event to when it was seen. `told` in the order of telling. A row shows the newest event of its parcel, so where two came
 * together the older one was never drawn: it counts as seen when a newer one of its parcel was, which is no earlier than it could have been. What never
 * came was on its way for ever: null when that reaches the rank.
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

/** When the row of each event first showed it or something newer, by its mark; those that never did are not in it. */
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
