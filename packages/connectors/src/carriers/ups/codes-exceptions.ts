import { codeTable } from '../../_kit/index.ts';
import { withBareDigits } from './codes-bare-digits.ts';

/**
 * Type X, "package exception" in UPS's sense. The letter has little meaning: the list also contains customs
 * notes, delivery changes requested by the recipient, even arrivals and deliveries. So each code is mapped
 * separately, and X alone means nothing.
 */
export const exceptionCodes = withBareDigits(
  codeTable('documented', [
    // Customs and other authorities. "Government agency" is UPS's term for a pending release, by customs or
    // another authority.
    [
      '05 1U 2N 2T B4 B8 BW BX CE DE E4 E8 E9 L3 OB R4 R5 RD RE RM RP RZ SF SS VK X2 X3 X7 XJ XK XL XY Y4',
      'exception.regulatory_hold',
      { party: 'authority', evidence: 'inferred' },
    ],
    ['7S', 'exception.regulatory_hold', { party: 'authority', reason: 'security' }],
    [
      '29 1W 2B 7U B5 BG BH BJ BK BP DY EU EV EW FE GF GZ OQ R7 RR RS S2 S3 SJ SL SP X6 XA XB',
      'exception.customs_documents',
      { party: 'recipient', reason: 'customs_documents' },
    ],
    [
      '40 43 71 4T 7T AO B9 BA BB BD BE CX CZ D0 DN FF L2 L5 OT R6 RA RX S1 SN VP X5 X8 XC XE XG XN XO XV XW',
      'exception.customs_documents',
      { party: 'sender', reason: 'customs_documents' },
    ],
    ['4C 7I 7M B3 B6 BV C3 D5 DB ER HW S4 S5 SI SY X4', 'in_transit.customs_started'],
    ['LV TE TT Y1 Y5 Z1', 'in_transit.customs_started', { evidence: 'inferred' }],
    ['DA SR', 'in_transit.customs_cleared'],
    ['XZ', 'in_transit.customs_cleared', { reason: 'missed_connection', evidence: 'inferred' }],
    ['OI', 'exception.customs_delay', { party: 'customs' }],
    ['CT MI', 'exception.customs_delay', { party: 'customs', evidence: 'inferred' }],
    ['7P', 'exception.customs_delay', { party: 'recipient' }],
    ['R1 RJ RU SV T9 YA', 'exception.customs_delay', { evidence: 'inferred' }],
    ['TG', 'exception.customs_inspection', { party: 'customs' }],
    ['ES', 'exception.customs_refused', { party: 'customs' }],

    // Delays, by cause.
    ['02 87 1B 1L 1X 3T 4Y 7N 7Z 8Y 8Z C6 DU EH EN GV HA HH Q1 TH TN', 'exception.delayed'],
    ['46 D4 DQ OS', 'exception.delayed'],
    ['7R 8K 8L DC', 'exception.delayed_carrier', { party: 'carrier' }],
    ['01 04 11 17 19 22 2Z 4K 6E 9S CD ED K1 S8', 'exception.delayed_carrier', { party: 'carrier' }],
    [
      '08 31 1V 2H 2Y 3A 3B 3C 7Y 9M 9N 9O 9P 9Q 9R 9T 9U 9V 9X 9Y 9Z CC E3 NW UK',
      'exception.delayed_carrier',
      { party: 'carrier', evidence: 'inferred' },
    ],
    ['03 1Q CL MT', 'exception.delayed_carrier', { party: 'carrier', reason: 'missed_connection' }],
    [
      '16 23 68 1O 7G CQ DR GH GI LE LF',
      'exception.delayed_carrier',
      { party: 'carrier', reason: 'mechanical' },
    ],
    ['18 1K CK CM FG HG NP OD', 'exception.delayed_flight'],
    ['1E 2A 3D 6D 7V 7W 7X C5 DJ PZ', 'exception.delayed_weather', { party: 'nature' }],
    ['DF', 'exception.delayed_disruption', { party: 'nature' }],
    ['15 9L DG H7 TI', 'exception.delayed_disruption'],
    ['GC P6', 'exception.delayed_disruption', { evidence: 'inferred' }],
    ['B1 Q0 RY', 'exception.delayed_disruption', { reason: 'strike' }],
    ['8A K2', 'exception.delayed', { party: 'sender', reason: 'not_ready' }],
    ['AZ VL', 'exception.delayed', { reason: 'holiday' }],
    ['G6 G9', 'exception.delayed', { reason: 'security' }],
    ['S6', 'exception.delayed', { party: 'recipient', reason: 'recipient_request' }],
    ['06 07 34 8G D1 YI', 'exception.misrouted', { party: 'carrier', reason: 'sorting_error' }],

    // Held, or an action is required.
    ['72 4I 4P 4Q 5T CN CP', 'exception.held'],
    ['1H H9 HO OR', 'exception.held', { evidence: 'inferred' }],
    ['6B', 'exception.held', { evidence: 'guessed' }],
    ['1G', 'exception.held', { party: 'carrier', reason: 'capacity' }],
    ['T3', 'exception.held', { party: 'sender', reason: 'sender_request' }],
    ['1C 7F EY', 'exception.held_payment', { party: 'recipient', reason: 'customs_duties' }],
    ['D9', 'exception.held_payment', { party: 'recipient', reason: 'payment' }],
    ['99', 'exception.contact_needed'],
    ['5U 7E BQ BR BT DD DT I3 TF VI VJ X9 Y2 Y3', 'exception.contact_needed', { party: 'recipient' }],
    ['XS', 'exception.contact_needed', { party: 'recipient', evidence: 'inferred' }],
    ['6T', 'exception.contact_needed', { party: 'recipient', reason: 'payment' }],
    ['95', 'exception.contact_needed', { party: 'recipient', reason: 'no_access', evidence: 'inferred' }],
    ['1A 2E 63 D7 TC TK', 'exception.unspecified'],
    ['OM CH', 'exception.sender_problem', { party: 'sender' }],
    ['33 91 C7', 'exception.sender_problem', { party: 'sender', reason: 'payment' }],
    [
      'A6 A8 A9 AA AB AC AD AE AF AG AK AL AV AW CW CY DS DW E1 FA H1 H2 H3 H4 H5 OJ PH YF 4Z',
      'exception.address_problem',
      { reason: 'address' },
    ],
    ['A5', 'exception.address_problem', { party: 'recipient', reason: 'other' }],
    ['A7', 'exception.recipient_moved', { party: 'recipient' }],
    ['AM AN AP AS KR KS KT YE', 'exception.refused', { party: 'recipient', reason: 'refused' }],
    ['AQ KI', 'exception.refused', { party: 'recipient', reason: 'payment' }],
    ['KQ', 'exception.refused', { party: 'recipient', reason: 'damage' }],
    ['73 9F D2 DP TX U0 U3 UR US', 'exception.rejected_by_carrier', { party: 'sender' }],
    ['60', 'exception.rejected_by_carrier', { party: 'sender', evidence: 'inferred' }],
    ['C9 CA CV EX', 'exception.rejected_by_carrier', { party: 'sender', reason: 'packaging' }],
    ['47 BF HK I2 UN', 'exception.undeliverable'],
    ['4R YM', 'exception.undeliverable', { evidence: 'inferred' }],
    ['C8', 'exception.undeliverable', { party: 'recipient', reason: 'closed' }],
    ['IY', 'exception.undeliverable', { party: 'authority' }],
    ['J0', 'exception.undeliverable', { party: 'authority', reason: 'payment' }],

    // Damaged, missing, lost.
    ['13 45 66 67 A3 A4 HD HE HR LQ TV', 'exception.damaged', { reason: 'damage' }],
    ['25 AJ', 'exception.items_missing', { reason: 'missing' }],
    ['F8 UO UP', 'exception.being_searched'],
    // The carrier's lost-and-found is a place, and not yet a loss.
    ['S9 TJ', 'exception.being_searched', { evidence: 'inferred' }],
    ['26', 'exception.lost', { reason: 'missing', evidence: 'inferred' }],
    ['1F', 'exception.destroyed', { party: 'authority' }],
    ['A2', 'exception.destroyed', { reason: 'damage' }],
    ['NI', 'exception.destroyed', { party: 'sender', reason: 'sender_request' }],
    ['8D BZ YL', 'exception.destroyed'],

    // Delivery attempts.
    ['48 7L C4 KX OH', 'attempt_failed.not_home'],
    ['AX', 'attempt_failed.not_home', { reason: 'holiday', evidence: 'inferred' }],
    ['3J 55 G3 L1 ZM', 'attempt_failed.closed'],
    ['51 KZ', 'attempt_failed.payment_not_ready'],
    ['FM G7 G8 IQ PI', 'attempt_failed.check_failed', { reason: 'failed_check' }],
    ['3L 5Z GB YD', 'attempt_failed.unspecified'],
    ['84', 'attempt_failed.unspecified', { reason: 'capacity' }],
    ['HQ', 'attempt_failed.unspecified', { evidence: 'inferred' }],
    ['49', 'attempt_failed.final', { reason: 'not_home' }],
    ['52', 'attempt_failed.final', { reason: 'payment' }],
    ['AY', 'attempt_failed.final', { reason: 'closed' }],
    ['IR', 'attempt_failed.final', { reason: 'failed_check' }],
    // Not delivered at the address; a pickup point comes next.
    ['89 2X 5R 6R', 'attempt_failed.final', { evidence: 'inferred' }],

    // Pickup points.
    ['8I I5 UE ZP', 'available_for_pickup.ready'],
    ['54 E2 VB', 'available_for_pickup.ready', { evidence: 'inferred' }],
    ['5G', 'available_for_pickup.last_call'],
    ['5S 5V 5W 6H 6J 6K 7C 7D RI ZL ZS', 'in_transit.to_pickup_point'],

    // On the way back.
    ['DL KP O0 O4 RV XU', 'returning.started'],
    ['90', 'returning.started', { party: 'authority' }],
    ['3N 6C', 'returning.started', { party: 'recipient' }],
    ['8H', 'returning.started', { party: 'recipient', reason: 'refused' }],
    ['24 27', 'returning.started', { reason: 'missing' }],
    ['65 A1', 'returning.started', { reason: 'damage' }],
    ['7H', 'returning.started', { reason: 'customs_duties' }],
    ['CS I1', 'returning.started', { party: 'sender', reason: 'sender_request' }],
    ['H8 UF', 'returning.moving'],
    // Returns by the post office are reported on departure, never on arrival.
    ['YJ YK', 'returning.moving', { evidence: 'inferred' }],
    ['YU YV', 'returning.held', { evidence: 'inferred' }],
    ['CF', 'returning.held', { party: 'customs' }],
    ['PP UA', 'returned.to_sender'],
    ['4S', 'returned.to_sender', { evidence: 'inferred' }],
    ['TU', 'returned.to_sender', { reason: 'address', evidence: 'inferred' }],

    // Ordinary movement that UPS also reports under X.
    ['9C', 'info_received.data_received', { evidence: 'inferred' }],
    ['5D', 'info_received.awaiting_parcel', { evidence: 'inferred' }],
    ['TR', 'info_received.pickup_scheduled', { evidence: 'inferred' }],
    ['G4 G5 KY YW', 'info_received.pickup_failed', { party: 'sender', reason: 'not_ready' }],
    ['9J 9K', 'in_transit.dropped_off', { evidence: 'inferred' }],
    ['HF P4 Z5', 'in_transit.accepted'],
    ['F0 GD YT', 'in_transit.arrived_facility'],
    ['HL PG RB', 'in_transit.processing'],
    ['3P 9D P7 ZO', 'in_transit.processing', { evidence: 'inferred' }],
    ['2O F3 ZN', 'in_transit.departed_facility'],
    ['1P 77 8R I8 LY SX UI VZ W8 Y9 ZW ZX ZY ZZ', 'in_transit.moving'],
    ['2S 4H', 'in_transit.moving', { evidence: 'inferred' }],
    ['2V 4B F7 LX OA VX ZV', 'in_transit.handed_to_partner'],
    ['YX', 'in_transit.departed_origin_country', { evidence: 'inferred' }],
    ['IP XD', 'in_transit.arrived_destination_country', { evidence: 'inferred' }],
    ['RC YR ZK', 'in_transit.arrived_delivery_depot'],
    ['HM YG', 'in_transit.forwarded'],
    ['RK RL', 'out_for_delivery.with_driver'],
    ['F4 KM KN', 'delivered.handed_over'],
    ['FN K7', 'delivered.handed_over', { evidence: 'inferred' }],
    ['64', 'delivered.handed_over', { reason: 'damage' }],
    ['FT', 'delivered.collected'],

    // Requested changes and information.
    ['37 39 78 E0 G1 LZ T4', 'in_transit.delivery_changed', { party: 'sender', reason: 'sender_request' }],
    [
      '4M 7Q AT H6 L0 L8 O1 O3 O5 O8 O9 OL R3 R8 RF RW S0 S7 SO SU TB TO UD UT UZ VA VE VF VN ZA ZB ZC ZD',
      'in_transit.delivery_changed',
      { party: 'recipient', reason: 'recipient_request' },
    ],
    ['14 79 2R 2U 3R 3S 3U 3V 6I 6L 8M IB JA JB LU O2 O6 O7 RO VD VM', 'in_transit.delivery_changed'],
    ['6G', 'in_transit.delivery_changed', { reason: 'address' }],
    ['76 4F 6P LI MF UG VG VH Y7', 'in_transit.delivery_scheduled'],
    ['9I AH', 'in_transit.address_corrected', { reason: 'address' }],
    ['IJ', 'in_transit.problem_solved', { reason: 'address' }],
    ['1D', 'in_transit.problem_solved', { reason: 'customs_duties' }],
    ['E7', 'in_transit.problem_solved', { reason: 'payment' }],
    ['1M 4J X0 Z3', 'in_transit.problem_solved'],
    // Claims, refunds, investigations, intercepts, temperature care, service upgrades, messages to the
    // sender: the parcel does not move.
    [
      '30 56 59 92 93 1T 2G 3Q 3W 3Z 4L 4N 5A 5B 6W 6X 6Z 8C 8E 8F CG CJ EO F5 FW GN GO GQ GR HJ HN I9',
      'in_transit.information',
    ],
    [
      'J8 J9 JC JH JI JJ K5 K6 K8 KO LH LN LO RG RH T5 T6 T7 T8 TA TL TS UL UW UX V9 VQ VR VU VV VW YS Z7 Z8 ZU',
      'in_transit.information',
    ],
  ]),
);
