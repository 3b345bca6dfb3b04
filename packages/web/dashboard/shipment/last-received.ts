import type { TimelineEntryView } from '../../api/views.ts';

/** When a carrier last told something of a shipment, null before that. A rule of ours changes a shipment as well, and is not meant. */
export function lastReceivedAt(timeline: readonly TimelineEntryView[]): string | null {
  const received = timeline.flatMap(({ sources }) => sources.map(({ receivedAt }) => receivedAt));
  return received.toSorted().at(-1) ?? null;
}
