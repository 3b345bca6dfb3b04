import { codeTable } from '../../_kit/index.ts';

/**
 * Type I: scans in transit. `OF` and `OT` are here too, so the letter alone can mean "in a hub" or "on the
 * van".
 */
export const movementCodes = codeTable('documented', [
  ['PL', 'info_received.label_created'],
  ['SP', 'info_received.pickup_scheduled'],
  // The pickup is cancelled, not the shipment.
  ['VP', 'info_received.awaiting_parcel', { evidence: 'inferred' }],
  ['XD', 'in_transit.dropped_off'],
  ['OR PC PT PU', 'in_transit.accepted'],
  // UPS's list calls OC both a label and an origin scan; live answers use it for the latter.
  ['OC', 'in_transit.accepted', { evidence: 'observed' }],
  ['AR UL WH', 'in_transit.arrived_facility'],
  ['HU LC LM', 'in_transit.processing'],
  ['YP', 'in_transit.processing', { evidence: 'observed' }],
  ['DP', 'in_transit.departed_facility'],
  ['AG AT YM', 'in_transit.moving'],
  ['YN', 'in_transit.handed_to_partner'],
  ['EP', 'in_transit.departed_origin_country', { evidence: 'inferred' }],
  ['IP', 'in_transit.arrived_destination_country', { evidence: 'inferred' }],
  ['DS XA XR YH', 'in_transit.arrived_delivery_depot'],
  // Loaded, but possibly for another day: Monday's parcels are loaded on Saturday.
  ['OD', 'in_transit.arrived_delivery_depot', { evidence: 'inferred' }],
  // On the van, but to a shop and not to the recipient.
  ['YI', 'in_transit.to_pickup_point'],
  ['OF OT YF', 'out_for_delivery.with_driver'],
  ['DL', 'out_for_delivery.with_driver', { evidence: 'guessed' }],
  ['CA CD CL UA UD', 'in_transit.information'],
]);

/** Types M and MV: shipment data without a parcel. */
export const manifestCodes = codeTable('documented', [
  ['MP RD', 'info_received.label_created'],
  ['DP', 'info_received.data_received'],
  ['VP', 'cancelled.by_sender', { party: 'sender' }],
]);

/** Type U, of Track Alert only: a changed estimate, or a photo of the delivery. */
export const updateCodes = codeTable('documented', [
  ['UP UT', 'in_transit.delivery_changed'],
  ['PX', 'in_transit.information'],
]);
