import { codeTable } from '../../_kit/index.ts';
import { withBareDigits } from './codes-bare-digits.ts';

/**
 * Type D, "delivery". Most codes state where a parcel was left; others state that it was not delivered, so D
 * alone is not a delivery.
 */
export const deliveryCodes = withBareDigits(
  codeTable('documented', [
    ['FS F4', 'delivered.handed_over', { evidence: 'observed' }],
    ['9E AI M1 M2 M7 MC MD MG MH MJ MK OO PF UC YC', 'delivered.handed_over'],
    ['FV', 'delivered.handed_over', { evidence: 'inferred' }],
    ['2W', 'delivered.collected'],
    ['3H', 'delivered.neighbour'],
    ['3G MA MB', 'delivered.other_person'],
    ['8O M3 M4 M5 M6 M8 M9 ME OZ ZG ZH', 'delivered.reception'],
    ['3F ML MM MN MP MQ MR MS MW MX NL NT ZF', 'delivered.safe_place'],
    ['ZE', 'delivered.safe_place', { evidence: 'inferred' }],
    ['MU', 'delivered.mailbox'],
    ['B0', 'returned.to_sender'],

    // In a shop, a post office or a locker: not delivered yet.
    ['1N 2Q EP ZI ZQ', 'available_for_pickup.ready'],
    ['P5', 'available_for_pickup.ready', { evidence: 'inferred' }],
    ['7A', 'in_transit.to_pickup_point'],
    ['5F', 'exception.unclaimed', { party: 'recipient' }],

    // Called a delivery, but to UPS itself or to a partner.
    ['4X', 'in_transit.arrived_facility'],
    ['F7 YH', 'in_transit.handed_to_partner'],

    ['VS', 'in_transit.accepted'],
    ['A0 FI', 'in_transit.accepted', { evidence: 'guessed' }],
    ['2D 85 F0', 'in_transit.arrived_facility'],
    ['2J F3', 'in_transit.departed_facility'],
    ['EC', 'in_transit.departed_facility', { evidence: 'inferred' }],
    ['2K', 'out_for_delivery.with_driver'],
    ['7K', 'out_for_delivery.with_driver', { evidence: 'inferred' }],
    ['F1', 'in_transit.delivery_scheduled'],
    ['38 8Q AU GW', 'in_transit.delivery_changed', { party: 'recipient', reason: 'recipient_request' }],
    ['HI', 'in_transit.delivery_changed'],
    ['EG FB', 'in_transit.address_corrected', { reason: 'address' }],
    ['1Z 2C 98 EQ FD L6 MY SB SE UJ', 'in_transit.information'],
    // Unspecific entries of a driver's menu; the three-digit status beside them is more exact.
    ['8N EE', 'in_transit.information', { evidence: 'guessed' }],
    ['EB', 'cancelled.by_carrier', { evidence: 'guessed' }],

    ['70 86 B2', 'in_transit.customs_started'],
    ['83 BN EZ', 'in_transit.customs_cleared'],
    ['DK L4', 'exception.customs_inspection', { party: 'customs' }],
    ['ET SG', 'exception.customs_documents', { reason: 'customs_documents' }],
    ['ST', 'exception.customs_refused', { party: 'customs' }],
    ['RQ', 'exception.regulatory_hold', { party: 'authority' }],

    ['BI FO', 'attempt_failed.closed'],
    ['CI', 'attempt_failed.not_home'],
    ['DI', 'attempt_failed.payment_not_ready'],
    ['50 DZ', 'attempt_failed.address_not_found', { reason: 'address' }],
    ['NS NX OE', 'attempt_failed.no_access'],
    ['7B DO', 'attempt_failed.unspecified'],
    ['EA', 'attempt_failed.unspecified', { evidence: 'inferred' }],
    ['CO', 'attempt_failed.unspecified', { reason: 'not_ready', evidence: 'inferred' }],

    ['00 09 12 41 42 44 CB EF EL EM', 'exception.delayed'],
    // A day without an attempt is not a failed attempt.
    ['32 57 FZ', 'exception.delayed_carrier', { party: 'carrier' }],
    ['EI', 'exception.delayed_carrier', { party: 'carrier', reason: 'mechanical' }],
    ['EK', 'exception.delayed_carrier', { party: 'carrier', reason: 'missed_connection' }],
    ['CR EJ', 'exception.delayed_weather', { party: 'nature' }],
    ['74 BO CU F2 MV', 'exception.address_problem', { reason: 'address' }],
    ['BS FC', 'exception.contact_needed', { party: 'recipient' }],
    ['53', 'exception.refused', { party: 'recipient', reason: 'refused' }],
    ['61 62 BL RN', 'exception.rejected_by_carrier', { party: 'sender' }],
    ['BM', 'exception.rejected_by_carrier', { party: 'sender', reason: 'packaging' }],
    ['28', 'exception.damaged', { reason: 'damage' }],
    ['GK', 'exception.items_missing', { reason: 'missing' }],
    ['KU', 'exception.items_missing', { reason: 'missing', evidence: 'inferred' }],
    ['TW', 'exception.held'],
    ['LM', 'exception.unspecified'],
  ]),
);
