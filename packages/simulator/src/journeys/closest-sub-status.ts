import type { SubStatus } from '@milepost/domain';

/**
 * What a carrier reports when it has no code for the exact sub-status, nearest first. Every substitute is
 * still true: a carrier without a code for “left with a neighbour” reports “delivered”, and one without a
 * code for customs reports nothing.
 */
const substitutes: Partial<Record<SubStatus, readonly SubStatus[]>> = {
  'info_received.label_created': ['info_received.data_received'],
  'info_received.data_received': ['info_received.label_created'],
  'in_transit.accepted': ['in_transit.arrived_facility', 'in_transit.processing', 'in_transit.moving'],
  'in_transit.departed_origin': ['in_transit.departed_facility', 'in_transit.moving'],
  'in_transit.departed_facility': ['in_transit.moving'],
  'in_transit.arrived_facility': ['in_transit.processing', 'in_transit.moving'],
  'in_transit.departed_origin_country': ['in_transit.departed_facility', 'in_transit.moving'],
  'in_transit.arrived_destination_country': ['in_transit.arrived_facility', 'in_transit.moving'],
  'in_transit.arrived_delivery_depot': ['in_transit.arrived_facility', 'in_transit.processing'],
  'available_for_pickup.diverted': ['available_for_pickup.ready'],
  'attempt_failed.closed': ['attempt_failed.not_home', 'attempt_failed.unspecified'],
  'attempt_failed.not_home': ['attempt_failed.unspecified'],
  'delivered.signed': ['delivered.handed_over'],
  'delivered.collected': ['delivered.handed_over'],
  'delivered.mailbox': ['delivered.handed_over'],
  'delivered.neighbour': ['delivered.handed_over'],
  'delivered.safe_place': ['delivered.handed_over'],
  'delivered.handed_over': ['delivered.signed'],
  'exception.delayed_weather': ['exception.delayed', 'exception.unspecified'],
  'exception.delayed_carrier': ['exception.delayed', 'exception.unspecified'],
  'exception.delayed': ['exception.delayed_carrier', 'exception.unspecified'],
  'exception.refused': ['exception.undeliverable', 'exception.unspecified'],
  'exception.address_problem': ['exception.undeliverable', 'exception.unspecified'],
  'returning.moving': ['in_transit.arrived_facility', 'in_transit.processing', 'in_transit.moving'],
  'returning.started': ['returning.moving'],
  'returned.to_sender': ['returned.to_warehouse'],
};

/** The exact sub-status, the nearest true substitute, or null when the carrier supports neither. */
export function closestSubStatus(
  subStatus: SubStatus,
  subStatuses: ReadonlySet<SubStatus>,
): SubStatus | null {
  const choices = [subStatus, ...(substitutes[subStatus] ?? [])];
  return choices.find((choice) => subStatuses.has(choice)) ?? null;
}
