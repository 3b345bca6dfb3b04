import { type CodeTable, codeTable, isIgnored } from '../../_kit/index.ts';

/**
 * The three-digit status (`statusCode` in answers, `descriptionCode` in pushes): UPS's own summary of an
 * event. Used when the two characters are missing, unknown or only guessed.
 */
export const statusCodes = codeTable(
  'documented',
  [
    ['003 079 080 157 166', 'info_received.data_received'],
    ['044 045', 'info_received.awaiting_parcel'],
    ['043', 'info_received.awaiting_parcel', { evidence: 'inferred' }],
    ['077', 'info_received.pickup_scheduled'],
    ['065 131 135', 'info_received.pickup_failed'],
    ['007', 'cancelled.by_sender', { party: 'sender' }],

    ['167 168 169', 'in_transit.dropped_off'],
    ['038 160', 'in_transit.accepted'],
    ['016', 'in_transit.arrived_facility'],
    ['138', 'in_transit.processing'],
    ['005 010 025 039 047 073 087 158 159 164 165', 'in_transit.moving'],
    ['071', 'in_transit.arrived_delivery_depot', { evidence: 'inferred' }],
    ['057 070', 'in_transit.to_pickup_point'],
    ['074 137', 'in_transit.handed_to_partner'],
    // "Delivered", but to an agent for delivery.
    ['143', 'in_transit.handed_to_partner', { evidence: 'inferred' }],
    ['012 092', 'in_transit.customs_started'],
    ['014 084 134', 'in_transit.customs_cleared'],
    ['019 075', 'in_transit.delivery_scheduled'],
    ['018 020 027 028 054 055 063 082 095 096 097 098 099', 'in_transit.delivery_changed'],
    ['100 101 102 103 104 105 106 107 108 109 115 116 120 121 136 153 154', 'in_transit.delivery_changed'],
    ['041 042 056 093 094 110 111 112 113 114 122 127 128 129 130 133 140 142 155', 'in_transit.information'],

    ['006 021 037 072 089 091 146 162', 'out_for_delivery.with_driver'],
    ['078', 'out_for_delivery.arriving_soon'],
    ['017 040 144 161', 'available_for_pickup.ready'],
    ['011 026 156', 'delivered.handed_over'],

    ['022 023 060 066 145', 'attempt_failed.unspecified'],
    ['024', 'attempt_failed.final'],
    ['061', 'attempt_failed.check_failed', { reason: 'failed_check' }],
    ['062', 'attempt_failed.payment_not_ready'],

    ['013 030 076', 'exception.unspecified'],
    ['046 048 086 090', 'exception.delayed'],
    ['132', 'exception.delayed', { reason: 'security' }],
    ['032 051 052 053', 'exception.delayed_weather', { party: 'nature' }],
    ['029 049', 'exception.contact_needed'],
    ['139', 'exception.contact_needed', { party: 'recipient', reason: 'no_access' }],
    ['050', 'exception.address_problem', { reason: 'address' }],
    ['058 124 125 141', 'exception.customs_documents', { reason: 'customs_documents' }],
    ['123', 'exception.customs_delay'],
    ['126', 'exception.regulatory_hold', { party: 'authority' }],
    ['059', 'exception.damaged', { reason: 'damage' }],
    ['064', 'exception.refused', { party: 'recipient', reason: 'refused' }],
    ['068', 'exception.being_searched', { evidence: 'inferred' }],
    ['069', 'exception.undeliverable'],
    ['083', 'exception.held'],
    ['085', 'exception.held_payment', { reason: 'payment' }],
    ['147', 'exception.undeliverable', { party: 'authority' }],
    ['149', 'exception.destroyed'],

    ['033 117 118 119', 'returning.started'],
    ['081', 'returning.started', { reason: 'damage' }],
    ['035 036', 'returning.moving'],
    ['067', 'returning.moving', { evidence: 'inferred' }],
    ['034', 'returned.to_sender'],
  ],
  {
    '000': 'states only that no status is available',
    '088': 'a test entry of the carrier',
    '148': 'states only that no information is available',
    '163': 'states only that no information is available',
  },
);

/**
 * The same table for events whose two characters are unknown: a coarser reading, so it counts as inferred.
 */
export const coarseStatusCodes: CodeTable = new Map(
  [...statusCodes]
    .filter(([, fate]) => !isIgnored(fate))
    .map(([code, fate]) => [code, { ...fate, evidence: 'inferred' as const }]),
);

/**
 * The type letter alone, where it has only one meaning. D, I, X, NA and RS are omitted on purpose: D may be
 * "loaded", I may be "out for delivery", X may be a customs note, RS may be on its way back or already
 * returned.
 */
export const typeLetters = codeTable('guessed', [
  ['M', 'info_received.data_received'],
  ['MV', 'cancelled.by_sender', { party: 'sender' }],
  ['P', 'in_transit.accepted'],
  ['O', 'out_for_delivery.with_driver'],
  ['U', 'in_transit.information'],
  // Freight only: delivered to the carrier's own freight station, or stored in its warehouse.
  ['DO DD W', 'in_transit.arrived_facility'],
]);
