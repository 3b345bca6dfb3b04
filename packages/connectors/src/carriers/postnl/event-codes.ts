import { type CodeRow, type CodeTable, codeTable } from '../../_kit/index.ts';

/**
 * Event codes (“observations”), in the order of PostNL's published table, which groups them by status (the
 * comments). Codes below `observed` are in no published table; they were reported from live answers.
 * Evidence is lower where the Dutch and the English text, the text and its status, or the table and live
 * answers disagree.
 */
const documented: readonly CodeRow[] = [
  // 1 announced, 2 accepted, 3 collected
  ['A01', 'info_received.awaiting_parcel'],
  ['A10', 'info_received.label_created', { party: 'sender' }],
  ['A71', 'info_received.data_received'],
  ['F01 X80', 'info_received.pickup_scheduled'],
  ['J93', 'exception.items_missing', { reason: 'missing' }],
  ['M03', 'expired.closed_by_carrier'],
  ['X81', 'returning.moving'],
  ['B01 B04', 'in_transit.accepted'],
  ['X40', 'in_transit.dropped_off'],
  // The text is that of Z06, a delivery; the status and the family X80, Y80, Y81 are those of a collection.
  ['Z80', 'in_transit.accepted', { evidence: 'inferred' }],

  // 4 not collected
  ['D02 D04', 'info_received.pickup_failed', { reason: 'address', party: 'sender' }],
  ['D03 D09 Y80', 'info_received.pickup_failed', { reason: 'not_home', party: 'sender' }],
  ['D05', 'info_received.pickup_failed', { reason: 'not_ready', party: 'sender' }],
  ['D06', 'info_received.pickup_failed', { reason: 'other', party: 'sender' }],
  ['D07', 'info_received.pickup_failed', { reason: 'packaging', party: 'sender' }],
  ['D40 Y81', 'info_received.pickup_failed'],
  // The pickup order is cancelled; whether the parcel comes another way is not stated.
  ['D41', 'info_received.pickup_failed', { evidence: 'inferred' }],
  ['H31', 'cancelled.by_sender', { party: 'sender' }],
  ['X42', 'exception.rejected_by_carrier', { reason: 'other', party: 'sender' }],
  ['X43', 'exception.rejected_by_carrier', { reason: 'packaging', party: 'sender' }],

  // 5 sorted: requests and plans
  ['A08 A09 A11 A12 A13', 'in_transit.delivery_changed', { reason: 'recipient_request', party: 'recipient' }],
  ['A29 A30 A31 A32 A34 A35 A42', 'in_transit.delivery_changed'],
  ['J28', 'in_transit.delivery_changed', { party: 'carrier' }],
  ['A43', 'in_transit.information'],
  ['J90', 'in_transit.delivery_scheduled'],
  // Sent while the parcel is being sorted: it will be at the point or locker and is not there yet.
  ['A27 A28 A99', 'in_transit.to_pickup_point', { evidence: 'inferred' }],

  // 5 sorted: the parcel
  ['J01 J06 J10 J61 R01 X51 X07 X17', 'in_transit.processing'],
  // Drivers start from depots (J45 is the way there).
  ['J27', 'in_transit.arrived_delivery_depot', { evidence: 'inferred' }],
  ['Q13', 'in_transit.departed_facility'],
  ['Q12', 'in_transit.departed_origin_country'],
  // In the table it crossed the border, in live answers of 2026 it is ready to cross; in both cases it is on
  // its way.
  ['X01', 'in_transit.moving', { evidence: 'observed' }],
  ['X02', 'in_transit.arrived_destination_country'],
  ['X08 X14 X50', 'in_transit.arrived_facility'],
  ['X11', 'in_transit.problem_solved', { party: 'recipient' }],
  ['X68', 'in_transit.problem_solved', { evidence: 'inferred' }],
  ['X20 X21', 'returning.moving'],
  ['X22', 'returning.started'],
  ['Y23 Y24', 'in_transit.address_corrected', { reason: 'address', party: 'carrier' }],
  ['R06', 'cancelled.by_sender', { evidence: 'inferred' }],

  // 5 sorted: delayed
  ['J07', 'attempt_failed.closed', { party: 'recipient' }],
  ['J16', 'attempt_failed.no_access'],
  ['J17', 'exception.delayed', { reason: 'closed', party: 'recipient' }],
  ['J22', 'exception.items_missing', { reason: 'missing' }],
  ['J33', 'exception.address_problem', { reason: 'address' }],
  ['J09 J14 J24 J26 J36 Y33 Y35 Y60 Y61 Y62', 'exception.delayed'],

  // The family D is collection, the status is sorting; the text fits both.
  ['D08', 'info_received.pickup_failed', { reason: 'not_home', evidence: 'guessed' }],
  ['H10', 'returning.started', { reason: 'other', party: 'sender' }],
  ['K01 V01 Y07', 'exception.delayed'],
  ['V06', 'exception.delayed_carrier', { reason: 'capacity', party: 'carrier' }],
  ['K02', 'in_transit.forwarded', { reason: 'address', party: 'recipient' }],
  ['K03', 'in_transit.forwarded', { reason: 'recipient_request', party: 'recipient' }],
  ['K30', 'exception.undeliverable'],
  ['K92', 'exception.destroyed'],

  // 7 in distribution
  ['J05 X55', 'out_for_delivery.with_driver'],
  ['X06 Y05', 'out_for_delivery.with_driver', { evidence: 'inferred' }],
  // Only in transit: the status is sent with long hauls too.
  ['Q15 S05', 'in_transit.moving', { evidence: 'inferred' }],
  ['J45', 'in_transit.departed_facility'],
  ['J47 J55', 'in_transit.to_pickup_point'],
  ['X04', 'in_transit.customs_cleared', { party: 'customs' }],
  ['X19', 'in_transit.departed_origin_country'],
  ['H32 J95 T02', 'exception.delayed'],
  // Postponed according to the table; because the point was full according to live answers.
  ['J39', 'exception.delayed_carrier', { reason: 'capacity', party: 'carrier', evidence: 'observed' }],
  ['H35', 'returning.started', { reason: 'damage' }],
  ['J08', 'attempt_failed.unspecified'],
  ['J29 J41 J48', 'attempt_failed.unspecified', { reason: 'other' }],
  ['J42', 'attempt_failed.unspecified', { reason: 'capacity' }],
  ['J94 K14', 'attempt_failed.not_home', { party: 'recipient' }],
  ['K15', 'exception.unspecified', { party: 'carrier' }],
  ['K70', 'attempt_failed.final'],

  // 8 not delivered: on its way back
  ['H01 H38', 'returning.started', { reason: 'refused', party: 'recipient' }],
  ['H02 H12 Y16', 'returning.started', { reason: 'address' }],
  ['H03 Y20', 'returning.started', { reason: 'other', party: 'recipient' }],
  ['H04 Y18', 'returning.started', { reason: 'damage' }],
  ['H05 H07 Y40', 'returning.started', { reason: 'not_home', party: 'recipient' }],
  ['H08', 'returning.started', { reason: 'failed_check', party: 'recipient' }],
  ['H09', 'returning.started', { reason: 'missing' }],
  ['H20 K43 Y21', 'returning.started'],
  ['H22', 'returning.started', { reason: 'sender_request', party: 'sender' }],
  ['H24', 'returning.started', { reason: 'recipient_request', party: 'recipient' }],
  ['H51', 'returning.started', { reason: 'no_access', party: 'recipient' }],
  ['H52', 'returning.started', { reason: 'other' }],
  ['Y19', 'returning.started', { reason: 'other', party: 'sender' }],

  // 8 not delivered: still here
  ['H34 Y38', 'attempt_failed.unspecified'],
  ['H36 Y01 Y17 Y30 Y31 Y32', 'attempt_failed.address_not_found', { reason: 'address' }],
  ['K16 Y41', 'attempt_failed.no_access'],
  ['K41', 'attempt_failed.payment_not_ready', { party: 'recipient' }],
  ['Y02 Y10 Y42', 'attempt_failed.not_home', { party: 'recipient' }],
  ['Y36', 'attempt_failed.check_failed', { party: 'recipient' }],
  ['Y43', 'attempt_failed.closed', { party: 'recipient' }],
  ['J92 Y08', 'exception.delayed'],
  ['Y03 Y13', 'exception.refused', { party: 'recipient' }],
  ['Y44', 'exception.refused', { reason: 'damage', party: 'recipient' }],
  ['Y50', 'exception.refused', { reason: 'missing', party: 'recipient' }],
  ['Y04 Y11 Y14', 'exception.damaged', { reason: 'damage' }],
  ['Y09 Y12', 'exception.address_problem', { reason: 'address' }],
  ['Y15', 'exception.undeliverable'],
  ['Y22', 'exception.recipient_moved', { party: 'recipient' }],
  ['Y39', 'exception.contact_needed', { party: 'recipient' }],
  // Missing, but not given up yet (that is status 18).
  ['Y71', 'exception.being_searched', { reason: 'missing', evidence: 'inferred' }],

  // The status is customs and the text mentions a courier.
  ['J59', 'in_transit.delivery_changed', { evidence: 'inferred', party: 'carrier' }],
  ['X60 X62 Y25', 'in_transit.customs_started', { party: 'customs' }],
  ['X61 X65', 'in_transit.customs_cleared', { party: 'customs' }],
  ['X30 X63 X64', 'exception.customs_inspection', { party: 'customs' }],
  ['X66', 'exception.customs_delay', { evidence: 'inferred' }],
  ['Y29', 'exception.destroyed', { party: 'customs' }],
  ['A76', 'in_transit.arrived_destination_country'],
  ['X10', 'exception.customs_documents', { reason: 'customs_documents', party: 'recipient' }],
  ['X67', 'exception.held_payment', { reason: 'customs_duties', party: 'recipient' }],

  // 11 delivered, and events under it that are not deliveries
  ['I01 I03 I23 Z01 Z02 Z03 Z04 Z08', 'delivered.handed_over'],
  // Sorted for handover; no later scan follows, and PostNL counts it as delivered.
  ['I06', 'delivered.handed_over', { evidence: 'inferred' }],
  ['I05 I11', 'delivered.mailbox'],
  ['I09 I12 Z09', 'delivered.safe_place'],
  ['I10 Z05', 'delivered.neighbour'],
  ['I22 Z06', 'delivered.collected'],
  ['J91', 'delivered.partial', { reason: 'missing' }],
  ['J63', 'returned.to_sender'],
  ['I07 X24', 'returning.moving', { evidence: 'inferred' }],
  ['J23 Y26', 'available_for_pickup.ready'],
  ['K91', 'exception.held'],

  // 12 at the pick-up place, 22 collected there, 23 collected from the sender
  ['I08 J02 J12 J52 X05', 'available_for_pickup.ready'],
  ['I02', 'delivered.collected'],
  ['C01', 'in_transit.accepted'],

  // 13 and 14 not accepted
  ['A20 A22', 'exception.held_payment', { reason: 'customs_duties', party: 'recipient' }],
  ['A21', 'in_transit.problem_solved', { party: 'recipient' }],
  ['Q02', 'info_received.awaiting_parcel', { evidence: 'inferred' }],
  ['X03', 'in_transit.customs_started', { party: 'customs' }],
  ['M01', 'expired.closed_by_carrier', { evidence: 'inferred', party: 'sender' }],

  // 15, 16, 17 expected and not seen; 19 refused data; 21 in storage
  ['G03', 'exception.delayed_carrier', { reason: 'capacity', party: 'carrier' }],
  ['G01 G02 G05', 'exception.delayed', { reason: 'missing' }],
  ['H23', 'cancelled.by_carrier', { party: 'carrier' }],
  ['K90', 'in_transit.information', { evidence: 'inferred' }],
  ['F03 F04 F05 F08 F10', 'exception.sender_problem', { reason: 'other', party: 'sender' }],
  ['F06 F07', 'exception.sender_problem', { reason: 'address', party: 'sender' }],
  ['V02 V03 V11 V21 V31', 'exception.delayed'],
  ['V04', 'exception.delayed', { reason: 'not_ready', party: 'sender' }],
  ['V12 V13 V23 V50', 'in_transit.accepted', { evidence: 'inferred' }],
  ['V22', 'in_transit.arrived_facility'],

  // 27, 28 returns; 31 ready for transport to the country of destination
  ['H16 H25', 'returning.started', { reason: 'no_access' }],
  // The status is a return for a wrong delivery code, but the text asks to call the local carrier.
  ['Y37', 'exception.contact_needed', { evidence: 'inferred', party: 'recipient' }],
  ['A72 X15', 'in_transit.processing'],
  ['A74', 'in_transit.accepted'],
  ['A75', 'in_transit.departed_origin_country'],

  // 99, a status without meaning: the event has all of it
  ['A41 J80', 'in_transit.information'],
  ['A46 A94', 'in_transit.delivery_changed', { reason: 'recipient_request', party: 'recipient' }],
  ['A73 B06', 'in_transit.accepted'],
  ['C02', 'in_transit.dropped_off'],
  ['H15', 'returning.started', { reason: 'other', party: 'sender' }],
  ['H17', 'returning.started', { reason: 'other', party: 'sender' }],
  ['H18', 'returning.started'],
  ['H30', 'cancelled.by_sender', { party: 'sender' }],
  ['J56', 'info_received.pickup_scheduled'],
  ['K25', 'exception.delayed', { reason: 'no_access' }],
  ['K71', 'attempt_failed.final', { reason: 'not_home', party: 'recipient' }],
  ['P20 P22 P23 P24', 'attempt_failed.no_safe_place'],
  // An unsuitable place in the table, too big for the letterbox in a live answer: only the way of delivery
  // changes.
  ['P21', 'in_transit.information', { evidence: 'observed' }],
  ['Q14', 'exception.held', { party: 'unknown' }],
  ['Q16', 'in_transit.arrived_facility'],
  ['Q17 Q18 X16', 'in_transit.processing'],
  ['Q19', 'in_transit.moving'],
  ['X52', 'in_transit.arrived_delivery_depot', { evidence: 'inferred' }],
  ['Y45', 'exception.rejected_by_carrier', { reason: 'other', party: 'sender' }],
  ['Y46', 'exception.customs_delay', { reason: 'other', party: 'sender' }],
  ['Y47', 'returning.started', { reason: 'customs_documents', party: 'sender' }],
  ['Y48', 'exception.undeliverable', { reason: 'customs_documents', party: 'sender' }],
  ['Y64', 'exception.customs_delay', { party: 'customs' }],
  ['Y65', 'exception.delayed_weather', { reason: 'weather', party: 'nature' }],
  ['Y66', 'exception.delayed_carrier', { reason: 'other', party: 'carrier' }],
];

const observed = { evidence: 'observed' } as const;
const inferred = { evidence: 'inferred' } as const;

const seenInAnswers: readonly CodeRow[] = [
  ['A03', 'info_received.data_received', observed],
  ['M02', 'info_received.awaiting_parcel', observed],
  ['A18', 'in_transit.delivery_scheduled', observed],
  ['A19 A65', 'in_transit.delivery_changed', observed],
  ['A24 A25', 'available_for_pickup.last_call', inferred],
  ['A80', 'delivered.signed', observed],
  ['J04 J30 J31 J40', 'in_transit.processing', observed],
  // Handed over to the pickup point, which has not yet confirmed that it can be collected.
  ['J21', 'in_transit.to_pickup_point', inferred],
  ['J32 J44', 'in_transit.moving', observed],
  // A driver opened a locker: to empty it or to fill it.
  ['J46', 'in_transit.information', inferred],
  ['T04', 'exception.delayed', observed],
  // Answers of 2015–2018 write the code digits first.
  ['01A 02M', 'info_received.awaiting_parcel', observed],
  ['01B', 'in_transit.accepted', inferred],
  ['05Y', 'out_for_delivery.with_driver', observed],
];

const ignored = {
  A04: 'A notification was sent; this does not concern the parcel.',
  A95: 'Whether the recipient may still change the delivery; this does not concern the parcel.',
  A96: 'Whether the recipient may still change the delivery; this does not concern the parcel.',
  A98: 'The shipment data were completed; this does not concern the parcel.',
  B03: 'An empty row.',
  K33: 'An empty row.',
  K50: 'A notification was sent; this does not concern the parcel.',
};

export const eventCodes: CodeTable = codeTable('documented', [...documented, ...seenInAnswers], ignored);
