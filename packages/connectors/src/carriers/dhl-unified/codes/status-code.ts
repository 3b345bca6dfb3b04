import { serviceTable } from './service-table.ts';

/**
 * The coarse class that every event carries. It hides nearly everything (transit covers customs, attempts and the delivery vehicle;
 * parcel-de calls a hand-in at a shop delivered), so it decides only when the division's own code says nothing.
 */
export const statusCodes = serviceTable('statusCode', 'inferred', [
  ['pre-transit', 'info_received.data_received'],
  ['transit', 'in_transit.moving'],
  ['delivered', 'delivered.handed_over'],
  ['failure', 'exception.unspecified'],
  // DHL itself cannot tell. Neither a delay nor progress.
  ['unknown', 'unknown.unmapped', { evidence: 'none' }],
]);

/** Words that any division may put where its code belongs. DELIVERED stands in the example of DHL's own specification. */
export const anyServiceCodes = serviceTable('any', 'inferred', [
  ['DELIVERED', 'delivered.handed_over', { evidence: 'documented' }],
  ['PRE_TRANSIT', 'info_received.data_received'],
  ['TRANSIT', 'in_transit.moving'],
  ['FAILURE', 'exception.unspecified'],
  ['UNKNOWN', 'unknown.unmapped', { evidence: 'none' }],
]);
