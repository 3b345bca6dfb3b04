import type { RecordedEventView } from '@milepost/contract';
import type { EventFact } from '@milepost/domain';
import { iso, timeFields } from '../../../platform/http/present-times.ts';
import type { ExportedEvent } from '../store/event-export.ts';

/** Fields of an event in every representation. */
export function eventFields(fact: EventFact) {
  const { milestone, subStatus, classifier, origin, reason, party, code, subCode, text, place, signedBy } =
    fact;
  return {
    ...timeFields(fact.time),
    milestone,
    subStatus,
    classifier,
    origin,
    reason,
    party,
    code,
    subCode,
    text,
    place,
    signedBy,
    confidence: fact.confidence.value,
    confidenceFactors: fact.confidence.factors,
  };
}

/** One line of the export. */
export function presentRecorded(event: ExportedEvent): RecordedEventView {
  const { position, fact, receivedAt, recordedAt, ...record } = event;
  return {
    cursor: String(position),
    shipmentId: record.shipmentId,
    trackingId: record.trackingId,
    legId: record.legId,
    carrier: record.carrier,
    trackingNumber: record.trackingNumber,
    identity: record.identity,
    revision: record.revision,
    ...eventFields(fact),
    source: record.source,
    rawMessageId: record.rawMessageId,
    receivedAt: iso(receivedAt),
    recordedAt: iso(recordedAt),
  };
}
