import { compareDetails, detailsInOrder, detailsKeyOf, withDetails } from './details.ts';
import type { RecordedFact } from './fact.ts';
import { isExact, orderKeyOf } from './order.ts';
import { emptyState, type ShipmentState } from './state.ts';
import { step } from './step.ts';
import { type RecordedEvent, timelineOf, twinToleranceMs } from './timeline.ts';

/** All facts of a shipment → its state. A pure function of the set: order, repetition and batches do not matter. */
export function fold(facts: readonly RecordedFact[]): ShipmentState {
  const told = timelineOf(facts).reduce(step, emptyState);
  return detailsInOrder(facts).reduce(withDetails, told);
}

/**
 * One new fact on top of a state, without the older facts; or null when only the full fold can tell (a fact that is not the newest, a possible twin,
 * a correction, a time without instant). For every set of facts, evolving and folding agree; that is a property test.
 *
 * `fact` must be new: its identity is not among the facts of the state.
 */
export function evolve(state: ShipmentState, fact: RecordedFact): ShipmentState | null {
  if (fact.kind === 'event') return evolveByEvent(state, fact);
  const held = state.memory.detailsKey;
  if (held !== null && compareDetails(held, detailsKeyOf(fact)) >= 0) return null;
  return withDetails(state, fact);
}

function evolveByEvent(state: ShipmentState, fact: RecordedEvent): ShipmentState | null {
  if (!state.memory.exact || !isExact(fact)) return null;
  const key = orderKeyOf(fact);
  const newest = state.memory.key;
  if (newest !== null && key[0] - newest[0] <= twinToleranceMs) return null;
  return step(state, { lead: fact, twins: [], key, confidence: fact.confidence.value });
}
