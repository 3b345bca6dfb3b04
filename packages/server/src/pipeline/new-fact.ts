import type { RecordedFact } from '@milepost/domain';
import type { ClaimedMessage } from '../store/inbox.ts';
import type { LegRow } from '../store/record.ts';

/** A fact that the record does not hold yet. */
export interface NewFact {
  fact: RecordedFact;
  leg: LegRow;
  message: ClaimedMessage;
  /** The record holds another telling of the same identity. */
  corrects: boolean;
}
