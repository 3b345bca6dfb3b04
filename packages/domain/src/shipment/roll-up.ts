import { milestones } from '../taxonomy/index.ts';
import { emptyState, type ShipmentState } from '../tracking/index.ts';

/**
 * Several parcels → one shipment: it is as far as its slowest parcel, and an exception of any parcel is one of the shipment.
 * One parcel is the shipment.
 */
export function rollUp(states: readonly ShipmentState[]): ShipmentState {
  const [first, ...others] = states;
  if (!first) return emptyState;
  return others.reduce((chosen, state) => (needsMoreCare(state, chosen) ? state : chosen), first);
}

function needsMoreCare(state: ShipmentState, chosen: ShipmentState): boolean {
  const careOf = (one: ShipmentState): number => {
    if (one.milestone === 'exception') return -2;
    if (one.milestone === 'attempt_failed') return -1;
    return milestones[one.milestone].rank;
  };
  return careOf(state) < careOf(chosen);
}
