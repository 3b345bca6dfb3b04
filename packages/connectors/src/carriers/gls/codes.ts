/**
 * GLS has several names for the same event, each with its own table. No table falls back to a family:
 * `3.124` and `3.896` are beside `3.0` and are not deliveries.
 */
import { type CodeTable, codeTable } from '../../_kit/index.ts';

/**
 * Event codes of the Track & Trace API, family and sub-code (`DELIVD.PARCELSHOP`). INTIAL, INBOUD and OUTBOD
 * are spelled this way by GLS.
 */
export const eventCodes: CodeTable = codeTable('documented', [
  ['INTIAL.PREADVICE', 'info_received.data_received'],
  ['INTIAL.E48_DATA', 'info_received.awaiting_parcel'],
  ['INTIAL.NORMAL', 'in_transit.accepted'],
  ['INBOUD.NORMAL', 'in_transit.arrived_facility', { evidence: 'observed' }],
  ['OUTBOD.NORMAL', 'in_transit.departed_facility', { evidence: 'observed' }],
  ['TRANSI.HUB', 'in_transit.moving', { evidence: 'guessed' }],
  ['OUTDEL.NORMAL', 'out_for_delivery.with_driver', { evidence: 'observed' }],
  ['DELIVD.NORMAL', 'delivered.handed_over', { evidence: 'observed' }],
  // Delivered to a parcel shop: the recipient has yet to collect it.
  ['DELIVD.PARCELSHOP', 'available_for_pickup.ready'],
  // The shop gives the parcel to the recipient and records it in its app.
  ['DELIVD.DEL_BY_PSAPP', 'delivered.collected', { evidence: 'inferred' }],
  ['NOTDEL.ABSENT', 'attempt_failed.not_home', { evidence: 'guessed' }],
  [
    'CHANGD.MONEWADDR CHANGD.PARCELBOX',
    'in_transit.delivery_changed',
    { reason: 'recipient_request', party: 'recipient' },
  ],
  // Only the sender can delete the data of a parcel (ShipIT cancellation).
  ['CANCEL.NORMAL', 'cancelled.by_sender', { party: 'sender', evidence: 'inferred' }],
]);

/** Event numbers of the open web endpoints; they are the `codeNo` of the codes above. */
export const eventNumbers: CodeTable = codeTable('observed', [
  ['0.100', 'info_received.data_received'],
  ['0.0', 'in_transit.accepted'],
  ['1.0', 'in_transit.departed_facility'],
  ['2.0 2.29', 'in_transit.arrived_facility'],
  ['2.106', 'in_transit.processing'],
  ['2.124 3.124 3.896', 'available_for_pickup.ready'],
  ['3.0', 'delivered.handed_over'],
  // 35.482 is the scan in the depot after the same failed attempt.
  ['4.40 35.482', 'attempt_failed.not_home'],
  // The notification card. It comes with 4.40, so one visit may have two or three lines.
  ['90.132', 'attempt_failed.unspecified'],
  ['11.0', 'out_for_delivery.with_driver'],
  ['17.0', 'in_transit.moving', { evidence: 'guessed' }],
  ['43.0', 'cancelled.by_sender', { party: 'sender', evidence: 'inferred' }],
]);

/** On the way back (`retourFlag`) the last delivery is the one to the sender. */
export const returnEventNumbers: CodeTable = codeTable('inferred', [['3.0', 'returned.to_sender']]);

/**
 * Status of the whole parcel, in the Track & Trace API and (with five additional values) in the open web
 * endpoints.
 */
export const parcelStatuses: CodeTable = codeTable(
  'documented',
  [
    ['PLANNEDPICKUP INPICKUP', 'info_received.pickup_scheduled'],
    ['NOTPICKEDUP', 'info_received.pickup_failed'],
    ['PREADVICE', 'info_received.data_received'],
    ['PROCESSING', 'info_received.data_received', { evidence: 'guessed' }],
    ['INTRANSIT', 'in_transit.moving'],
    // The step of the public progress bar between transit and delivery: the delivery depot.
    ['INWAREHOUSE', 'in_transit.arrived_delivery_depot', { evidence: 'inferred' }],
    ['INDELIVERY', 'out_for_delivery.with_driver'],
    ['DELIVEREDPS', 'available_for_pickup.ready'],
    ['DELIVERED', 'delivered.handed_over'],
    ['NOTDELIVERED', 'attempt_failed.unspecified', { evidence: 'inferred' }],
    ['UNAVAILABLE', 'exception.unspecified', { evidence: 'guessed' }],
    ['RETURNED', 'returning.moving', { evidence: 'guessed' }],
    ['CANCELED CANCELLED', 'cancelled.by_sender', { party: 'sender', evidence: 'inferred' }],
    // The history is closed; how it ended is not stated.
    ['FINAL', 'expired.closed_by_carrier'],
  ],
  { MULTIPACK: 'Several parcels travel together; their progress is not stated.' },
);

/** The same values while `retourFlag` is set. */
export const returnStatuses: CodeTable = codeTable(
  'inferred',
  [
    ['PLANNEDPICKUP INPICKUP NOTPICKEDUP PREADVICE PROCESSING', 'returning.started'],
    ['INTRANSIT INWAREHOUSE INDELIVERY DELIVEREDPS RETURNED', 'returning.moving'],
    ['NOTDELIVERED UNAVAILABLE', 'returning.held'],
    ['DELIVERED', 'returned.to_sender'],
    ['CANCELED CANCELLED', 'cancelled.by_sender', { party: 'sender' }],
    ['FINAL', 'expired.closed_by_carrier'],
  ],
  { MULTIPACK: 'Several parcels travel together; their progress is not stated.' },
);

/**
 * `state` of GLS Netherlands, and `state:subState` where the sub-state changes the meaning. 5 and up are
 * named in the code of GLS's tracking page and were not seen in an answer.
 */
export const dutchStates: CodeTable = codeTable('observed', [
  ['0', 'info_received.data_received'],
  ['1', 'in_transit.accepted'],
  ['2', 'in_transit.arrived_facility'],
  ['3', 'out_for_delivery.with_driver'],
  ['4', 'delivered.handed_over'],
  ['4:2', 'delivered.neighbour', { evidence: 'inferred' }],
  ['4:shop 4:3 4:7 7', 'available_for_pickup.ready', { evidence: 'inferred' }],
  ['4:9 4:10', 'delivered.collected', { evidence: 'inferred' }],
  ['5', 'attempt_failed.unspecified', { evidence: 'inferred' }],
  ['6', 'returning.moving', { evidence: 'inferred' }],
  ['6:6', 'returned.to_sender', { evidence: 'inferred' }],
]);
