import type { ShipmentView } from '@milepost/contract';
import { type EntrySummary, rollUp, type ShipmentState, subStatuses } from '@milepost/domain';
import { iso, isoOrNull, momentText, timeFields, windowText } from '../../../platform/http/present-times.ts';
import type { ShipmentRecord } from '../store/shipment-read.ts';

/**
 * A shipment as the API shows it. Values come from the state, where a date is still a date; columns are for
 * filters.
 */
export function presentShipment(record: ShipmentRecord): ShipmentView {
  const state = rollUp(Object.values(record.states));
  return {
    ...announced(record, state),
    ...standing(state),
    hasException: record.hasException,
    openExceptions: record.openExceptions,
    createdAt: iso(record.createdAt),
    updatedAt: iso(record.updatedAt),
  };
}

function announced(record: ShipmentRecord, { details }: ShipmentState) {
  return {
    id: record.id,
    trackingId: record.trackingId,
    carrier: record.carrier,
    trackingNumber: record.trackingNumber,
    references: record.references,
    recipient: { name: record.recipientName, email: record.recipientEmail },
    origin: record.origin ?? details.origin ?? null,
    destination: record.destination ?? details.destination ?? null,
    service: record.service ?? details.service ?? null,
    despatchDate: record.despatchDate,
    promisedDelivery: promiseOf(record) ?? windowText(details.promisedDelivery),
  };
}

function promiseOf({ promisedFrom, promisedTo }: ShipmentRecord) {
  if (promisedFrom === null && promisedTo === null) return null;
  return { from: isoOrNull(promisedFrom), to: isoOrNull(promisedTo) };
}

function standing(state: ShipmentState) {
  return {
    milestone: state.milestone,
    subStatus: state.subStatus,
    meaning: subStatuses[state.subStatus].meaning,
    since: momentText(state.since),
    lastEvent: state.last && presentLast(state.last),
    estimatedDelivery: windowText(state.details.estimatedDelivery),
    deliveredAt: momentText(deliveryTime(state)),
    signedBy: state.signedBy ?? state.details.signedBy ?? null,
    flags: [...state.flags],
  };
}

function presentLast({ time, subStatus, text, place }: EntrySummary) {
  return { ...timeFields(time), subStatus, text, place };
}

/** The carrier's statement of the delivery is used only if the events have no more than a date. */
function deliveryTime({ deliveredAt, details }: ShipmentState) {
  if (deliveredAt === null) return null;
  const stated = details.deliveredAt;
  return deliveredAt.occurredAt === null && stated !== undefined && stated.occurredAt !== null
    ? stated
    : deliveredAt;
}
