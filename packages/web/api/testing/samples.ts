import type { ShipmentChange } from '../stream/live-stream.ts';
import type { ShipmentView } from '../views.ts';

/** A shipment in transit, with the given fields replaced. */
export function sampleShipment(fields: Partial<ShipmentView> = {}): ShipmentView {
  return {
    id: '0190a000-0000-7000-8000-000000000001',
    trackingId: 'M00000000001',
    carrier: 'gls',
    trackingNumber: '123',
    references: [],
    recipient: { name: null, email: null },
    origin: null,
    destination: null,
    service: null,
    despatchDate: null,
    promisedDelivery: null,
    milestone: 'in_transit',
    subStatus: 'in_transit.moving',
    meaning: 'On its way, without detail.',
    since: '2026-03-01T08:00:00Z',
    lastEvent: null,
    estimatedDelivery: null,
    deliveredAt: null,
    signedBy: null,
    hasException: false,
    openExceptions: [],
    flags: [],
    createdAt: '2026-03-01T07:00:00Z',
    updatedAt: '2026-03-01T08:00:00Z',
    ...fields,
  };
}

/** The sample shipment goes out for delivery, with the given fields replaced. */
export function sampleChange(fields: Partial<ShipmentChange> = {}): ShipmentChange {
  return {
    type: 'shipment.updated',
    sequence: 4,
    writtenAt: '2026-03-02T09:00:01Z',
    shipmentId: '0190a000-0000-7000-8000-000000000001',
    trackingId: 'M00000000001',
    carrier: 'gls',
    trackingNumber: '123',
    milestone: 'out_for_delivery',
    subStatus: 'out_for_delivery.loaded',
    previous: { milestone: 'in_transit', subStatus: 'in_transit.moving' },
    isNews: true,
    openExceptions: [],
    events: [sampleChangedEvent()],
    ...fields,
  };
}

/** An event of the sample change, with the given fields replaced. */
export function sampleChangedEvent(
  fields: Partial<ShipmentChange['events'][number]> = {},
): ShipmentChange['events'][number] {
  return {
    occurredAt: '2026-03-02T08:55:00Z',
    localTime: '2026-03-02T09:55:00',
    zone: 'Europe/Berlin',
    milestone: 'out_for_delivery',
    subStatus: 'out_for_delivery.loaded',
    place: 'Kassel',
    receivedAt: '2026-03-02T09:00:00Z',
    ...fields,
  };
}
