import { serviceTable } from './service-table.ts';

/** DHL Global Forwarding, small parcels only (DHL's status list of June 2024). */
export const dgfCodes = serviceTable('dgf', 'documented', [
  ['DATA_SUBMITTED', 'info_received.awaiting_parcel'],
  ['PICKUP_SUCCESSFUL', 'in_transit.accepted'],
  ['ARRIVED_AT_ORIGIN_FACILITY ARRIVED_PROCESSED_AT_FACILITY', 'in_transit.arrived_facility'],
  // A flight landed and one departed; it is not stated whether it crossed the border.
  ['ARRIVED', 'in_transit.arrived_facility'],
  ['DEPARTED', 'in_transit.departed_facility'],
  ['PROCESSED_AT_ORIGIN_FACILITY READY_FOR_DEPARTURE', 'in_transit.processing'],
  ['DEPARTED_FROM_ORIGIN_FACILITY', 'in_transit.departed_origin'],
  ['ARRIVED_AT_CUSTOMS', 'in_transit.customs_started'],
  ['CLEARED_BY_CUSTOMS', 'in_transit.customs_cleared'],
  ['OUT_FOR_DELIVERY', 'out_for_delivery.with_driver'],
  ['DELIVERED', 'delivered.handed_over'],
  ['HELD_AT_CUSTOMS', 'exception.customs_delay', { party: 'customs' }],
  ['DELIVERY_EXCEPTION', 'exception.unspecified'],
]);

/** PPL in the Czech Republic (DHL's status list of June 2024). */
export const pplCodes = serviceTable('ecommerce-ppl', 'documented', [
  ['900', 'info_received.data_received'],
  ['150', 'in_transit.accepted'],
  ['500', 'in_transit.moving'],
  ['300', 'in_transit.arrived_delivery_depot'],
  ['400', 'in_transit.arrived_delivery_depot', { evidence: 'inferred' }],
  ['343', 'available_for_pickup.ready'],
  ['450', 'delivered.handed_over'],
  ['460', 'exception.delayed', { evidence: 'inferred' }],
  ['464', 'exception.refused', { reason: 'refused', party: 'recipient' }],
  ['997', 'exception.lost', { party: 'carrier' }],
  ['999', 'cancelled.by_sender', { party: 'sender' }],
]);

/**
 * Registered letters of Deutsche Post. The list of June 2024 gives each name its coarse class and no
 * description, so any finer meaning is inferred from the name.
 */
export const svbCodes = serviceTable(
  'svb',
  'inferred',
  [
    ['ANNOUNCED', 'info_received.data_received'],
    ['POSTED_MAIL_TERMINAL', 'in_transit.dropped_off'],
    ['POSTED POSTED_ARRIVED', 'in_transit.accepted'],
    // Briefzentrum: the mail centre, Eingang (in) and Abgang (out).
    ['ARRIVED_TRANSIT BZE', 'in_transit.arrived_facility'],
    ['BZ PASSED_LETTER_CENTER TO_BE_SENT_ABROAD', 'in_transit.processing'],
    ['BZA DEPARTURE_FROM_INWARD_OE', 'in_transit.departed_facility'],
    ['FORWARDED_ABROAD', 'in_transit.departed_origin_country'],
    ['ARRIVED_IN_DESTINATION_COUNTRY', 'in_transit.arrived_destination_country'],
    ['ARRIVAL_AT_OFFICE_OF_DELIVERY', 'in_transit.arrived_delivery_depot'],
    ['HANDOVER_CUSTOMS IP_CUSTOMS', 'in_transit.customs_started'],
    ['REDIRECTED', 'in_transit.forwarded'],
    ['ISSUE_OF_A_REPLACEMENT_CERTIFICATE_PZA', 'in_transit.information'],
    ['IN_DELIVERY', 'out_for_delivery.with_driver'],
    ['NOTIFIED NOTIFIED_KEY_ACCOUNT NOTIFIED_PACKSTATION NOTIFIED_PO_BOX', 'available_for_pickup.ready'],
    ['DELIVERY_ATTEMPTED', 'attempt_failed.unspecified'],
    ['DELIVERED CONFIRMED DELIVERED_ZU_OK', 'delivered.handed_over'],
    [
      'DELIVERED_ZU_NOT_OK CONFIRMATION_PENDING CONFIRMED_BY_SENDER',
      'delivered.handed_over',
      { evidence: 'guessed' },
    ],
    [
      `FETCHED FETCHED_NOTIFIED FETCHED_PACKSTATION FETCHED_PENDING_DELIVERY_CONFIRMATION
       FETCHED_KEY_ACCOUNT_PENDING_DELIVERY_CONFIRMATION FETCHED_PO_BOX_PENDING_DELIVERY_CONFIRMATION`,
      'delivered.collected',
    ],
    ['PAID_EPOS PAID_MAILMAN AMOUNT_TRANSFERRED', 'delivered.cash_collected'],
    ['HELD_BY_CUSTOMS', 'exception.customs_delay', { party: 'customs' }],
    // Deutsche Post opens undeliverable mail in Marburg to find its owner.
    ['MARBURG', 'exception.undeliverable'],
    ['SENT_BACK SENT_BACK_ABROAD', 'returning.started'],
    ['RETURNED_TO_SENDER', 'returned.to_sender'],
  ],
  {
    AMBIGUOUS: 'The letter service states that its own records contradict each other.',
    NO_INFO: 'The letter service states that it has no information.',
  },
);
