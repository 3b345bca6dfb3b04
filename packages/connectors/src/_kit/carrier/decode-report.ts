import {
  type EventTime,
  type Fact,
  fold,
  identityOf,
  instantText,
  type MessageKind,
  type Place,
  type Problem,
  type RecordedFact,
  revisionOf,
  type TimelineEntry,
  type TimeWindow,
  timelineOf,
} from '@milepost/domain';
import type { Decoded, DecodedShipment } from '../decoded.ts';

/**
 * The content of a message, computed without a database: the output of `milepost decode` and the base of the
 * conformance suite. These names are stable; instants are ISO 8601 in UTC, `localTime` is the wall clock
 * without offset, events are newest first.
 */
export interface DecodeReport {
  carrier: string;
  kind: MessageKind;
  shipments: ShipmentReport[];
  problems: Problem[];
}

export interface ShipmentReport {
  trackingNumber: string;
  milestone: string;
  subStatus: string;
  /** UTC instant; the local date where only a day is known. */
  deliveredAt: string | null;
  estimatedDelivery: { from: string | null; to: string | null } | null;
  signedBy: string | null;
  events: EventReport[];
}

export interface EventReport {
  occurredAt: string | null;
  localTime: string;
  zone: string | null;
  zoneSource: string | null;
  precision: string;
  milestone: string;
  subStatus: string;
  reason: string | null;
  party: string | null;
  code: string | null;
  subCode: string | null;
  text: string | null;
  place: Place | null;
  confidence: number;
  confidenceFactors: Record<string, number>;
}

export function decodeReport(
  carrier: string,
  kind: MessageKind,
  decoded: Decoded,
  receivedAt: number,
): DecodeReport {
  const shipments = decoded.shipments.map((shipment) =>
    reportShipment(shipment, `${carrier}/${kind}`, receivedAt),
  );
  return { carrier, kind, shipments, problems: decoded.problems };
}

function reportShipment(shipment: DecodedShipment, source: string, receivedAt: number): ShipmentReport {
  const facts = shipment.facts.map((fact) => asRecorded(fact, source, shipment.trackingNumber, receivedAt));
  const state = fold(facts);
  const entries = timelineOf(facts);
  return {
    trackingNumber: shipment.trackingNumber,
    milestone: state.milestone,
    subStatus: state.subStatus,
    deliveredAt: momentText(deliveryTime(state)),
    estimatedDelivery: windowText(state.details.estimatedDelivery),
    signedBy: state.signedBy ?? state.details.signedBy ?? null,
    events: entries.toReversed().map(reportEvent),
  };
}

/** Used only where the events give no more than a day. */
function deliveryTime(state: ReturnType<typeof fold>): EventTime | null {
  const stated = state.details.deliveredAt ?? null;
  if (state.deliveredAt === null) return null;
  return state.deliveredAt.occurredAt === null && stated?.occurredAt != null ? stated : state.deliveredAt;
}

function asRecorded(fact: Fact, source: string, legId: string, receivedAt: number): RecordedFact {
  return {
    ...fact,
    identity: identityOf(fact),
    revision: revisionOf(fact),
    source,
    legId,
    receivedAt,
    reading: 0,
  };
}

function reportEvent(entry: TimelineEntry): EventReport {
  const { time, milestone, subStatus, reason, party, code, subCode, text, place, confidence } = entry.lead;
  return {
    occurredAt: instantText(time.occurredAt),
    localTime: time.localTime,
    zone: time.zone,
    zoneSource: time.zoneSource,
    precision: time.precision,
    milestone,
    subStatus,
    reason,
    party,
    code,
    subCode,
    text,
    place,
    confidence: entry.confidence,
    confidenceFactors: { ...confidence.factors },
  };
}

function momentText(time: EventTime | null | undefined): string | null {
  if (!time) return null;
  return instantText(time.occurredAt) ?? time.localTime;
}

function windowText(window: TimeWindow | undefined): { from: string | null; to: string | null } | null {
  if (!window) return null;
  return { from: momentText(window.from), to: momentText(window.to) };
}
