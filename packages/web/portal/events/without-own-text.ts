/**
 * Sub-statuses that tell a recipient no more than their milestone does. This list is the design: everything else has a sentence of its own in every
 * language, and the compiler holds both.
 */
export const wordedByMilestone = [
  'pending.registered',
  'pending.not_found',
  'pending.carrier_unknown',
  'pending.details_needed',
  'pending.no_answer',
  'info_received.data_received',
  'in_transit.moving',
  'in_transit.information',
  'out_for_delivery.with_driver',
  'available_for_pickup.ready',
  'attempt_failed.unspecified',
  'delivered.handed_over',
  'exception.unspecified',
  'returning.moving',
  'expired.no_updates',
  'expired.closed_by_carrier',
  'expired.stopped_by_user',
  'unknown.unmapped',
  'unknown.unreadable',
] as const;

export type WordedByMilestone = (typeof wordedByMilestone)[number];
