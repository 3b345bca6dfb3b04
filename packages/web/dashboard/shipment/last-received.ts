import type { TimelineEntryView } from '../../api/views.ts';

/**
 * When the last carrier message about a shipment was received, null if none was. Changes by our own rules do
 * not count.
 */
export function lastReceivedAt(timeline: readonly TimelineEntryView[]): string | null {
  const received = timeline.flatMap(({ sources }) => sources.map(({ receivedAt }) => receivedAt));
  return received.toSorted().at(-1) ?? null;
}
