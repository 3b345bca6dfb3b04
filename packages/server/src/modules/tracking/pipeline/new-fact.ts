import type { RecordedFact } from '@milepost/domain';
import type { ClaimedMessage } from '../../ingestion/index.ts';
import type { LegRow } from '../store/legs.ts';

/** A fact that the record does not hold yet. */
export interface NewFact {
  fact: RecordedFact;
  leg: LegRow;
  message: ClaimedMessage;
  /** The record holds another telling of the same identity. */
  corrects: boolean;
}
