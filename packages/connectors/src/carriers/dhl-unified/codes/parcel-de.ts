import { serviceTable } from './service-table.ts';

/**
 * DHL Paket's standard events: two letters, each a class of many detailed events (DHL's status list of June
 * 2024).
 */
export const parcelDeCodes = serviceTable(
  'parcel-de',
  'documented',
  [
    ['VA', 'info_received.data_received'],
    ['AN', 'info_received.pickup_failed', { party: 'sender' }],
    ['AE ES', 'in_transit.accepted'],
    ['EE', 'in_transit.arrived_facility'],
    ['AA', 'in_transit.departed_facility'],
    ['NB', 'in_transit.processing'],
    ['ZO', 'in_transit.customs_started'],
    ['DD', 'in_transit.delivery_scheduled', { evidence: 'inferred' }],
    ['PO', 'out_for_delivery.with_driver'],
    // Its coarse class is delivered; a shop or a Packstation is not the recipient.
    ['ZF', 'available_for_pickup.ready'],
    // DHL's own example waits for the recipient; a parcel that is postponed by a day has it too.
    ['LA', 'available_for_pickup.ready', { evidence: 'inferred' }],
    ['ZN', 'attempt_failed.unspecified'],
    ['ZU', 'delivered.handed_over'],
    ['BV', 'exception.unspecified'],
  ],
  { GT: 'Money collected on delivery was passed on; the parcel does not move.' },
);
