import { compareDetails, detailsInOrder, detailsKeyOf, withDetails } from './details.ts';
import type { RecordedFact } from './fact.ts';
import { isExact, orderKeyOf } from './order.ts';
import { emptyState, type ShipmentState } from './state.ts';
import { step } from './step.ts';
import { type RecordedEvent, timelineOf, twinToleranceMs } from './timeline.ts';

/**
 * The state of a parcel from all its facts. A pure function of the set of facts: order, repetition and
 * batches do not matter.
 */
export function fold(facts: readonly RecordedFact[]): ShipmentState {
  const afterEvents = timelineOf(facts).reduce(step, emptyState);
  return detailsInOrder(facts).reduce(withDetails, afterEvents);
}

/**
 * Adds one new fact to a state without reading the older facts. Null if a full `fold` is needed: the fact is
 * not the newest, may be a twin, is a correction, or its time has no instant. `evolve` and `fold` give the
 * same result for every set of facts; a property test checks that.
 *
 * `fact` must be new: its identity is not among the facts of the state.
 */
export function evolve(state: ShipmentState, fact: RecordedFact): ShipmentState | null {
  if (fact.kind === 'event') return evolveByEvent(state, fact);
  const newest = state.memory.detailsKey;
  if (newest !== null && compareDetails(newest, detailsKeyOf(fact)) >= 0) return null;
  return withDetails(state, fact);
}

function evolveByEvent(state: ShipmentState, fact: RecordedEvent): ShipmentState | null {
  if (!state.memory.exact || !isExact(fact)) return null;
  const key = orderKeyOf(fact);
  const newest = state.memory.key;
  if (newest !== null && key[0] - newest[0] <= twinToleranceMs) return null;
  return step(state, { lead: fact, twins: [], key, confidence: fact.confidence.value });
}
