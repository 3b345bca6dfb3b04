import { milestones } from '../taxonomy/index.ts';
import { emptyState, type ShipmentState } from '../tracking/index.ts';

/**
 * The state of a shipment from the states of its parcels: the state of the parcel that is least far, and a
 * parcel with an exception or a failed attempt takes precedence. The empty state if there are no parcels.
 */
export function rollUp(states: readonly ShipmentState[]): ShipmentState {
  const [first, ...others] = states;
  if (!first) return emptyState;
  return others.reduce((chosen, state) => (precedence(state) < precedence(chosen) ? state : chosen), first);
}

/** The parcel with the lowest number determines the state of the shipment. */
function precedence({ milestone }: ShipmentState): number {
  if (milestone === 'exception') return -2;
  if (milestone === 'attempt_failed') return -1;
  return milestones[milestone].rank;
}
