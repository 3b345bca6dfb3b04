import type { DetailsFact, FactRecord, RecordedFact, ShipmentDetails } from './fact.ts';
import type { ShipmentState } from './state.ts';

type RecordedDetails = DetailsFact & FactRecord;
type DetailsKey = NonNullable<ShipmentState['memory']['detailsKey']>;

/** Statements in the order in which they were true (one without a moment is older than every other): as of, then received, then by content so that it is never chance. */
export function detailsKeyOf(fact: RecordedDetails): DetailsKey {
  return [fact.asOf ?? Number.MIN_SAFE_INTEGER, fact.receivedAt, fact.reading, fact.revision];
}

export function compareDetails(left: DetailsKey, right: DetailsKey): number {
  if (left[0] !== right[0]) return left[0] < right[0] ? -1 : 1;
  if (left[1] !== right[1]) return left[1] - right[1];
  if (left[2] !== right[2]) return left[2] - right[2];
  if (left[3] === right[3]) return 0;
  return left[3] < right[3] ? -1 : 1;
}

export function detailsInOrder(facts: readonly RecordedFact[]): RecordedDetails[] {
  const statements = facts.filter((fact): fact is RecordedDetails => fact.kind === 'details');
  return statements.sort((left, right) => compareDetails(detailsKeyOf(left), detailsKeyOf(right)));
}

/** A later statement replaces what it speaks of and leaves the rest. */
export function withDetails(state: ShipmentState, fact: RecordedDetails): ShipmentState {
  const details: ShipmentDetails = { ...state.details, ...fact.details };
  const next = { ...state, details, memory: { ...state.memory, detailsKey: detailsKeyOf(fact) } };
  return next.entryCount === 0 ? answered(next) : next;
}

/** Without any event, the way the carrier answered is all there is to say. */
function answered(state: ShipmentState): ShipmentState {
  const { answer } = state.details;
  if (answer === undefined || answer === 'found') return { ...state, subStatus: 'pending.registered' };
  return { ...state, subStatus: `pending.${answer}` };
}
