import { serviceTable } from './service-table.ts';

/**
 * The coarse class of every event. It hides most of the meaning (transit covers customs, attempts and the
 * delivery vehicle; parcel-de calls a drop-off at a shop delivered), so it decides only without a code of
 * the division.
 */
export const statusCodes = serviceTable('statusCode', 'inferred', [
  ['pre-transit', 'info_received.data_received'],
  ['transit', 'in_transit.moving'],
  ['delivered', 'delivered.handed_over'],
  ['failure', 'exception.unspecified'],
  // DHL does not know either: neither a delay nor progress.
  ['unknown', 'unknown.unmapped', { evidence: 'none' }],
]);

/**
 * Words that any division may send instead of its code. DELIVERED is in the example of DHL's own
 * specification.
 */
export const anyServiceCodes = serviceTable('any', 'inferred', [
  ['DELIVERED', 'delivered.handed_over', { evidence: 'documented' }],
  ['PRE_TRANSIT', 'info_received.data_received'],
  ['TRANSIT', 'in_transit.moving'],
  ['FAILURE', 'exception.unspecified'],
  ['UNKNOWN', 'unknown.unmapped', { evidence: 'none' }],
]);
