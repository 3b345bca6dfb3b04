import { serviceTable } from './service-table.ts';

/**
 * DHL Express checkpoints: two letters, and four numbers for the shipment as a whole (DHL's status list of
 * June 2024).
 */
export const expressCodes = serviceTable('express', 'documented', [
  ['104', 'info_received.data_received'],
  ['PU SA', 'in_transit.accepted'],
  ['AF', 'in_transit.arrived_facility'],
  ['PL', 'in_transit.processing'],
  ['DF', 'in_transit.departed_facility'],
  ['102', 'in_transit.moving'],
  ['FD TR SM', 'in_transit.moving', { evidence: 'inferred' }],
  ['TP', 'in_transit.handed_to_partner'],
  ['BN IC', 'in_transit.customs_started'],
  // Listed as “response received”; in live answers it means that customs updated the state.
  ['RR', 'in_transit.customs_started', { evidence: 'observed' }],
  ['BR CR', 'in_transit.customs_cleared'],
  ['AR', 'in_transit.arrived_delivery_depot'],
  ['AD', 'in_transit.delivery_scheduled'],
  ['SC PY', 'in_transit.information', { evidence: 'inferred' }],
  ['WC', 'out_for_delivery.with_driver'],
  ['CC', 'available_for_pickup.ready'],
  ['ND', 'attempt_failed.unspecified'],
  ['NH', 'attempt_failed.not_home', { party: 'recipient' }],
  ['CA', 'attempt_failed.closed', { party: 'recipient' }],
  ['OK 101', 'delivered.handed_over'],
  ['DD', 'delivered.handed_over', { reason: 'damage', party: 'carrier' }],
  ['PD', 'delivered.partial'],
  ['103', 'exception.unspecified'],
  ['MD', 'exception.delayed_carrier', { party: 'carrier' }],
  ['MS', 'exception.misrouted', { reason: 'sorting_error', party: 'carrier' }],
  ['MC', 'exception.misrouted', { reason: 'sorting_error', evidence: 'inferred' }],
  ['OH', 'exception.held'],
  ['SS', 'exception.held', { evidence: 'inferred' }],
  ['HP', 'exception.held_payment', { reason: 'payment', party: 'recipient' }],
  ['CD UD', 'exception.customs_delay', { party: 'customs' }],
  ['BA', 'exception.address_problem', { reason: 'address' }],
  ['CM', 'exception.recipient_moved', { party: 'recipient' }],
  ['RD', 'exception.refused', { reason: 'refused', party: 'recipient' }],
  // The Dutch division describes the same checkpoint as an interruption that needs clarification.
  ['CS', 'exception.contact_needed', { evidence: 'inferred' }],
  ['DS', 'exception.destroyed'],
  // Set when the return starts, usually with a new number; it does not state that the sender has the parcel.
  ['RT', 'returning.started', { evidence: 'inferred' }],
]);
