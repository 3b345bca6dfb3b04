import { codeTable } from '../../_kit/index.ts';

/**
 * Reasons of scans. Keyed `eventType:exceptionCode`, because the type decides the meaning of the code (`08`
 * at a pickup is a closed sender, at a delivery a closed recipient) and because the operating companies
 * number differently: Express `07` is a refusal, Ground `007` an absent recipient. Zeros are therefore part
 * of a code. An unknown code leaves the meaning of the event type.
 *
 * FedEx publishes no list of them. `observed` rows were seen in live answers; `inferred` rows are read alike
 * by two independent users of the interface, or have FedEx's own text with another type; `guessed` rows are
 * in a single list.
 */
export const reasonCodes = codeTable('inferred', [
  // At the sender, before and at the pickup.
  ['OC:A38 MD:A38', 'info_received.awaiting_parcel', { evidence: 'guessed' }],
  ['PD:03 PD:96', 'info_received.pickup_failed', { evidence: 'guessed', party: 'sender', reason: 'address' }],
  ['PD:08 PD:42', 'info_received.pickup_failed', { evidence: 'guessed', party: 'sender', reason: 'closed' }],
  [
    'PD:39 PD:43 PD:92',
    'info_received.pickup_failed',
    { evidence: 'guessed', party: 'sender', reason: 'not_ready' },
  ],
  ['PD:97', 'info_received.pickup_failed', { evidence: 'guessed', party: 'carrier' }],
  ['IP:084', 'in_transit.dropped_off', { evidence: 'observed' }],
  ['PU:084 DO:084 DO:A3 IP:A3', 'in_transit.dropped_off'],
  // The same code late in the journey: brought to a counter for collection.
  ['AF:A3', 'in_transit.arrived_facility', { evidence: 'observed' }],

  // In transit.
  ['IT:72', 'in_transit.customs_started', { evidence: 'observed' }],
  ['AR:72 CP:72 IT:A25 AR:A25 CP:A25', 'in_transit.customs_started'],
  ['IT:71 AR:71 CP:71', 'in_transit.customs_started', { evidence: 'guessed' }],
  ['IT:67 AR:67 DP:67', 'in_transit.handed_to_partner'],
  [
    'RR:A12',
    'in_transit.delivery_changed',
    { evidence: 'observed', party: 'recipient', reason: 'recipient_request' },
  ],
  ['HA:A12 DE:17 SE:17', 'in_transit.delivery_changed', { party: 'recipient', reason: 'recipient_request' }],
  ['SE:29 DE:29', 'in_transit.delivery_changed', { evidence: 'guessed' }],
  ['DE:A13', 'in_transit.to_pickup_point', { evidence: 'observed' }],
  ['SE:A13', 'in_transit.to_pickup_point'],
  ['DE:A47 SE:A47 IT:A47', 'in_transit.to_pickup_point', { party: 'carrier' }],

  // At the recipient.
  ['HP:015A', 'available_for_pickup.ready', { evidence: 'observed' }],
  ['HL:015A', 'available_for_pickup.ready'],
  ['DL:005', 'delivered.collected', { evidence: 'observed' }],
  ['DE:007', 'attempt_failed.not_home', { evidence: 'observed', party: 'recipient' }],
  ['DE:08 SE:08', 'attempt_failed.not_home', { party: 'recipient' }],
  ['DE:15 DE:42 SE:42', 'attempt_failed.closed', { party: 'recipient' }],
  ['DE:93', 'attempt_failed.payment_not_ready', { party: 'recipient', reason: 'payment' }],
  ['DE:05', 'attempt_failed.no_access', { party: 'recipient', reason: 'security' }],

  // Held.
  ['DE:A52 SE:A52 DY:A52 DD:A52 IT:A52 DE:84 SE:84 DY:84', 'exception.delayed'],
  ['DE:01', 'exception.delayed_carrier', { evidence: 'guessed', party: 'carrier' }],
  ['SE:31 DE:31 DY:31', 'exception.delayed_carrier', { party: 'carrier', reason: 'missed_connection' }],
  [
    'SE:22 SE:48',
    'exception.delayed_carrier',
    { evidence: 'guessed', party: 'carrier', reason: 'missed_connection' },
  ],
  [
    'SE:85 DY:85',
    'exception.delayed_carrier',
    { evidence: 'guessed', party: 'carrier', reason: 'mechanical' },
  ],
  ['SE:33', 'exception.delayed_carrier', { evidence: 'guessed', party: 'carrier' }],
  ['SE:32 DY:32', 'exception.delayed_flight', { evidence: 'guessed', party: 'carrier' }],
  ['SE:89', 'exception.delayed_disruption', { evidence: 'guessed', reason: 'other' }],
  ['DE:12 SE:18', 'exception.misrouted', { evidence: 'guessed', party: 'carrier', reason: 'sorting_error' }],
  ['CD:50 SE:50', 'exception.customs_documents', { evidence: 'guessed', reason: 'customs_documents' }],
  ['CD:55 SE:55 CD:73', 'exception.regulatory_hold', { evidence: 'guessed', party: 'authority' }],
  ['CD:63 SE:63', 'exception.held_payment', { evidence: 'guessed', reason: 'customs_duties' }],
  ['CD:58 SE:58', 'exception.contact_needed', { evidence: 'guessed', party: 'recipient' }],

  // Failures.
  ['DE:03', 'exception.address_problem', { evidence: 'documented', reason: 'address' }],
  ['SE:03', 'exception.address_problem', { reason: 'address' }],
  ['DE:07 SE:07', 'exception.refused', { party: 'recipient' }],
  ['DE:10 SE:37', 'exception.damaged', { evidence: 'guessed' }],
  ['DE:083', 'exception.undeliverable', { reason: 'no_access' }],
  ['SE:099', 'exception.undeliverable', { evidence: 'observed' }],
  ['DE:14 SE:14 IT:14', 'exception.undeliverable'],
]);
