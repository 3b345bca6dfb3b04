import type { ShipmentHistory, TimelineEntryView } from '@milepost/contract';
import { type RecordedFact, subStatuses, type TimelineEntry, timelineOf } from '@milepost/domain';
import { iso, isoOrNull } from '../../../platform/http/present-times.ts';
import type { LegRecord, ProblemRecord, ShipmentRecord, SourcedFact } from '../store/shipment-read.ts';
import { eventFields } from './event.ts';
import { presentShipment } from './shipment.ts';

/** From (included) to (excluded), milliseconds since 1970 UTC. */
export interface TimeRange {
  from: number | null;
  to: number | null;
}

export interface HistoryParts {
  shipment: ShipmentRecord;
  legs: readonly LegRecord[];
  facts: readonly SourcedFact[];
  problems: readonly ProblemRecord[];
}

export function presentHistory(parts: HistoryParts, range: TimeRange): ShipmentHistory {
  return {
    shipment: presentShipment(parts.shipment),
    legs: parts.legs.map(presentLeg),
    timeline: presentTimeline(parts.facts, range),
    problems: parts.problems.map((problem) => ({ ...problem, receivedAt: iso(problem.receivedAt) })),
  };
}

function presentLeg({ id, parcel, carrier, trackingNumber, validFrom, validTo }: LegRecord) {
  return {
    id,
    parcel,
    carrier,
    trackingNumber,
    validFrom: isoOrNull(validFrom),
    validTo: isoOrNull(validTo),
  };
}

/** Twins are merged before the range is applied, so that a range never splits an event. */
function presentTimeline(sourced: readonly SourcedFact[], range: TimeRange): TimelineEntryView[] {
  const rawMessageIds = new Map(sourced.map(({ fact, rawMessageId }) => [fact, rawMessageId]));
  return timelineOf(sourced.map(({ fact }) => fact))
    .filter((entry) => isWithin(entry, range))
    .toReversed()
    .map((entry) => presentEntry(entry, rawMessageIds));
}

/** A date without instant is placed by the moment by which it is sorted. */
function isWithin({ key: [moment] }: TimelineEntry, { from, to }: TimeRange): boolean {
  return (from === null || moment >= from) && (to === null || moment < to);
}

function presentEntry(
  entry: TimelineEntry,
  rawMessageIds: ReadonlyMap<RecordedFact, string>,
): TimelineEntryView {
  const sources = [entry.lead, ...entry.twins];
  return {
    ...eventFields(entry.lead),
    meaning: subStatuses[entry.lead.subStatus].meaning,
    confidence: entry.confidence,
    sources: sources.map((source) => ({
      source: source.source,
      legId: source.legId,
      receivedAt: iso(source.receivedAt),
      rawMessageId: rawMessageIds.get(source) ?? '',
      confidence: source.confidence.value,
    })),
  };
}
