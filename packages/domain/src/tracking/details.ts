import type { DetailsFact, FactRecord, RecordedFact, ShipmentDetails } from './fact.ts';
import type { DetailsKey, ShipmentState } from './state.ts';

type RecordedDetails = DetailsFact & FactRecord;

/**
 * The sort key of details: time of the statement (none sorts first), time of receipt, reading, and revision
 * as a deterministic tie-break.
 */
export function detailsKeyOf(fact: RecordedDetails): DetailsKey {
  return [fact.asOf ?? Number.MIN_SAFE_INTEGER, fact.receivedAt, fact.reading, fact.revision];
}

/** Comparator for sorting, oldest first. */
export function compareDetails(left: DetailsKey, right: DetailsKey): number {
  if (left[0] !== right[0]) return left[0] < right[0] ? -1 : 1;
  if (left[1] !== right[1]) return left[1] - right[1];
  if (left[2] !== right[2]) return left[2] - right[2];
  if (left[3] === right[3]) return 0;
  return left[3] < right[3] ? -1 : 1;
}

/** The details among the facts, oldest first. */
export function detailsInOrder(facts: readonly RecordedFact[]): RecordedDetails[] {
  const allDetails = facts.filter((fact): fact is RecordedDetails => fact.kind === 'details');
  return allDetails.sort((left, right) => compareDetails(detailsKeyOf(left), detailsKeyOf(right)));
}

/** Later details replace the members they contain and keep the others. */
export function withDetails(state: ShipmentState, fact: RecordedDetails): ShipmentState {
  const details: ShipmentDetails = { ...state.details, ...fact.details };
  const next = { ...state, details, memory: { ...state.memory, detailsKey: detailsKeyOf(fact) } };
  return next.entryCount === 0 ? withAnswer(next) : next;
}

/** Without any event, the carrier's answer determines the sub-status. */
function withAnswer(state: ShipmentState): ShipmentState {
  const { answer } = state.details;
  if (answer === undefined || answer === 'found') return { ...state, subStatus: 'pending.registered' };
  return { ...state, subStatus: `pending.${answer}` };
}
