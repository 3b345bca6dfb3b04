/**
 * Sub-statuses that add nothing for the recipient and use the text of their milestone. Every other sub-status
 * has its own text in every language; the compiler checks that.
 */
export const withoutOwnText = [
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

export type WithoutOwnText = (typeof withoutOwnText)[number];
