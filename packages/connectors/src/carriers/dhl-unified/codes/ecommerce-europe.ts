import { serviceTable } from './service-table.ts';

/**
 * DHL eCommerce Europe: serial numbers (DHL's status list of June 2024). Comments note where its coarse
 * class is misleading.
 */
export const ecommerceEuropeCodes = serviceTable('ecommerce-europe', 'documented', [
  // Observed in live answers and missing from the list.
  ['0', 'info_received.data_received', { evidence: 'observed' }],
  ['1', 'info_received.data_received'],
  // Steps before DHL has the parcel; the class is pre-transit.
  ['254 367 368 369 370', 'info_received.awaiting_parcel', { evidence: 'inferred' }],

  ['3 4 5 6 7 8', 'in_transit.dropped_off'],
  ['2 9 14 15 16 17 226 228', 'in_transit.accepted'],
  ['27 30 37 234 236 240', 'in_transit.arrived_facility'],
  ['19 22 25 28 31 38 41 230 232 233 255 354 355 356 377 378 379 380', 'in_transit.processing'],
  ['20 23 26 32 231 237', 'in_transit.departed_facility'],
  ['29 235', 'in_transit.departed_origin_country'],
  ['33 238', 'in_transit.arrived_destination_country'],
  // The class is delivered: the parcel went to the partner that delivers it.
  ['302', 'in_transit.handed_to_partner', { evidence: 'inferred' }],
  // The class is failure; the text only states that customs has the parcel.
  ['258', 'in_transit.customs_started', { evidence: 'inferred' }],
  ['130 133', 'in_transit.customs_cleared'],
  ['40 47 242', 'in_transit.arrived_delivery_depot', { evidence: 'inferred' }],
  [
    '53 56 57 58 59 60 61 62 218',
    'in_transit.delivery_changed',
    { reason: 'recipient_request', party: 'recipient' },
  ],
  ['159', 'in_transit.forwarded', { reason: 'recipient_request', party: 'recipient' }],
  ['52', 'in_transit.information'],

  ['42', 'out_for_delivery.with_driver'],
  // The class is delivered; a shop, locker or post office is not the recipient.
  ['43 44 45 46', 'available_for_pickup.ready'],

  ['72 154 156 161 217 253', 'attempt_failed.unspecified'],
  ['88 91 93 97', 'attempt_failed.unspecified', { reason: 'capacity', party: 'carrier' }],
  ['89 92 95 98 200', 'attempt_failed.unspecified', { reason: 'packaging', party: 'sender' }],
  ['94', 'attempt_failed.unspecified', { reason: 'mechanical', party: 'carrier' }],
  ['222 223', 'attempt_failed.unspecified', { reason: 'recipient_request', party: 'recipient' }],
  ['73 74 75 85 372', 'attempt_failed.not_home', { party: 'recipient' }],
  // The shop or post office was closed, not the recipient.
  ['87 90 96 395', 'attempt_failed.closed', { party: 'carrier' }],
  ['79 80 206', 'attempt_failed.address_not_found'],
  ['77 78 86 214 215', 'attempt_failed.payment_not_ready', { party: 'recipient' }],
  ['82 330', 'attempt_failed.check_failed', { party: 'recipient' }],

  ['63 64 69 70 71', 'delivered.handed_over'],
  ['306', 'delivered.handed_over', { reason: 'damage', party: 'carrier' }],
  ['65 66 67 68', 'delivered.collected'],

  ['264 266', 'exception.delayed_weather', { party: 'nature' }],
  ['265 267', 'exception.delayed_carrier', { reason: 'capacity', party: 'carrier' }],
  ['269', 'exception.held'],
  ['141', 'exception.held', { reason: 'not_home', party: 'recipient' }],
  ['142 172 194 219', 'exception.held', { reason: 'recipient_request', party: 'recipient' }],
  ['392', 'exception.held', { reason: 'mechanical', party: 'carrier', evidence: 'inferred' }],
  ['268', 'exception.held_payment', { reason: 'payment', party: 'recipient' }],
  ['81', 'exception.recipient_moved', { party: 'recipient' }],
  ['76 207 208 209 210 211', 'exception.refused', { reason: 'refused', party: 'recipient' }],
  ['358', 'exception.sender_problem', { reason: 'packaging', party: 'sender', evidence: 'inferred' }],
  ['83', 'exception.damaged', { party: 'carrier' }],

  ['149 160 248 249', 'returning.started'],
  ['99 100 101 102 155', 'returning.started', { party: 'recipient' }],
  ['151', 'returning.started', { reason: 'refused', party: 'recipient' }],
  ['152', 'returning.started', { party: 'customs', evidence: 'inferred' }],
  ['157', 'returning.started', { reason: 'address', party: 'recipient' }],
  ['259', 'returning.started', { reason: 'customs_documents' }],
  ['363 364 365', 'returning.moving', { evidence: 'inferred' }],
  ['366', 'returned.to_sender'],
]);
