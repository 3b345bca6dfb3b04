import {
  type DetailsFact,
  type FactRecord,
  type RecordedFact,
  type StoredFact,
  unpackFact,
} from '@milepost/domain';

/**
 * What a message stated about the parcel as a whole is kept with the newest event that came in the same message: nearly every push states something, and a
 * row of its own would double the record. Without a new event beside it, a statement is a row by itself.
 */
export interface StoredStatement {
  identity: string;
  revision: string;
  asOf: DetailsFact['asOf'];
  details: DetailsFact['details'];
}

/** The column `fact` of the record. */
export type FactColumn = StoredFact & { stated?: StoredStatement };

/** One row of the record → the facts it holds: one, or an event and the statement beside it. */
export function factsOfRow(column: FactColumn, record: FactRecord): RecordedFact[] {
  const { stated, ...said } = column;
  // Without the statement the column is what packFact made.
  const told = { ...unpackFact(said as StoredFact), ...record };
  if (stated === undefined) return [told];
  const { asOf, details, identity, revision } = stated;
  return [told, { ...record, kind: 'details', asOf, details, identity, revision }];
}
