import type { RecordedFact } from '@milepost/domain';
import type { ClaimedMessage } from '../../ingestion/index.ts';
import type { LegRow } from '../store/legs.ts';

/** A fact that is not in the record yet. */
export interface NewFact {
  fact: RecordedFact;
  leg: LegRow;
  message: ClaimedMessage;
  /** The record contains another revision of the same identity. */
  corrects: boolean;
}
