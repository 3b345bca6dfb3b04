import { codeTable } from '../../_kit/index.ts';

/**
 * Keyed by `eventType`, the detailed code; its sub-codes are in reason-codes.ts. Several types are
 * misleading: `IN` is a finished intervention here and a created label among the classes below; `RG`, `RP`,
 * `RD`, `LC` and `LP` concern the e-mailed link to a return label, not a parcel on its way back; `DR` is a
 * vehicle that came to collect and left empty.
 */
export const eventTypes = codeTable('documented', [
  ['OC OX MD RP', 'info_received.data_received'],
  ['RG', 'info_received.awaiting_parcel'],
  ['EP AP DS', 'info_received.pickup_scheduled', { evidence: 'inferred' }],
  ['DR', 'info_received.pickup_failed', { evidence: 'inferred', party: 'sender', reason: 'not_ready' }],

  ['DO', 'in_transit.dropped_off'],
  ['PU PX IP', 'in_transit.accepted'],
  ['AA AC AR AX OF PL SF', 'in_transit.arrived_facility'],
  ['AF FD', 'in_transit.arrived_delivery_depot'],
  ['LO', 'in_transit.departed_origin'],
  ['DP', 'in_transit.departed_facility'],
  ['IT IX PF EO', 'in_transit.moving'],
  // Some types have two meanings or an unspecific text; all of them mean only that the parcel moves.
  ['EA OW PM TR', 'in_transit.moving', { evidence: 'inferred' }],
  ['CP', 'in_transit.customs_started'],
  ['CC', 'in_transit.customs_cleared'],
  ['AE AO CH IN SP', 'in_transit.information'],
  ['US', 'in_transit.delivery_changed', { party: 'carrier' }],
  ['HA RA RC RM RR', 'in_transit.delivery_changed', { party: 'recipient', reason: 'recipient_request' }],
  ['PR', 'in_transit.forwarded', { party: 'recipient', reason: 'recipient_request' }],
  ['AS', 'in_transit.address_corrected', { reason: 'address' }],

  ['OD ED', 'out_for_delivery.with_driver'],
  ['AD', 'out_for_delivery.arriving_soon', { evidence: 'inferred' }],
  ['HP', 'available_for_pickup.ready'],
  ['HL', 'available_for_pickup.ready', { evidence: 'inferred' }],
  ['DL', 'delivered.handed_over'],

  ['DD DY PD', 'exception.delayed'],
  ['CD', 'exception.customs_delay', { party: 'customs' }],
  ['DE SE', 'exception.unspecified'],
  ['RS RT', 'returning.started'],
  ['CA LC LP', 'cancelled.by_sender', { party: 'sender' }],
  ['RD', 'expired.closed_by_carrier', { evidence: 'inferred' }],
]);

/** A type that has a more exact meaning at one kind of place. Keyed `eventType@locationType`. */
export const eventPlaces = codeTable('observed', [
  ['AR@DESTINATION_FEDEX_FACILITY', 'in_transit.arrived_delivery_depot'],
  ['DP@ORIGIN_FEDEX_FACILITY', 'in_transit.departed_origin'],
]);

/** The class of a scan (`derivedStatusCode`): coarse, and used only where a scan has no type. */
export const statusClasses = codeTable('observed', [
  ['IN', 'info_received.label_created'],
  ['OC', 'info_received.data_received'],
  ['PU', 'in_transit.accepted'],
  ['IT', 'in_transit.moving'],
  ['DP', 'in_transit.departed_facility'],
  ['RL', 'in_transit.information', { evidence: 'inferred' }],
  ['OD', 'out_for_delivery.with_driver'],
  ['HL', 'available_for_pickup.ready', { evidence: 'inferred' }],
  ['DL', 'delivered.handed_over'],
  ['DE', 'exception.unspecified'],
  ['DY', 'exception.delayed'],
  ['CA', 'cancelled.by_sender', { party: 'sender' }],
]);

/** The cause of a delay (`delayDetail.type`). Used only for scans that are delays. */
export const delayKinds = codeTable('documented', [
  ['WEATHER', 'exception.delayed_weather', { party: 'nature' }],
  ['OPERATIONAL', 'exception.delayed_carrier', { party: 'carrier' }],
  ['LOCAL', 'exception.delayed_disruption', { evidence: 'guessed' }],
  ['GENERAL', 'exception.delayed'],
  ['CLEARANCE', 'exception.customs_delay', { party: 'customs' }],
]);
