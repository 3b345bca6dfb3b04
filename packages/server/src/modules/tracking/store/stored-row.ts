import {
  type DetailsFact,
  type FactRecord,
  type RecordedFact,
  type StoredDetails,
  type StoredFact,
  unpackDetails,
  unpackFact,
} from '@milepost/domain';

/**
 * What a message stated about the parcel as a whole is kept with the newest event that came in the same
 * message: nearly every push states something, and a row of its own would double the record. Without a new
 * event beside it, a statement is a row by itself.
 */
export interface StoredStatement {
  identity: string;
  revision: string;
  asOf: DetailsFact['asOf'];
  /**
   * Absent when the parcel's statement before said the very same: carriers repeat all they know with every
   * push. It stands in the row of that `revision`.
   */
  details?: StoredDetails;
}

/** The column `fact` of the record. */
export type FactColumn = StoredFact & { stated?: StoredStatement };

/** A row of the record, without where it stands in it. */
export type FactRow = FactRecord & { fact: FactColumn };

/**
 * Rows of the record, all that there are of a parcel → the facts they hold: of each row one, or an event and
 * the statement beside it.
 */
export function factsOfRows<Extra>(rows: readonly (FactRow & Extra)[]) {
  const told = new Map<string, StoredDetails>();
  for (const { fact, revision } of rows) {
    if (fact.kind === 'details') told.set(revision, fact.details);
    else if (fact.stated?.details) told.set(fact.stated.revision, fact.stated.details);
  }
  return rows.flatMap(({ fact, ...record }) => factsOfRow(fact, record, told));
}

function factsOfRow<Record extends FactRecord>(
  { stated, ...said }: FactColumn,
  record: Record,
  told: ReadonlyMap<string, StoredDetails>,
): (RecordedFact & Record)[] {
  // Without the statement the column is what packFact made.
  const fact = { ...unpackFact(said as StoredFact), ...record };
  if (stated === undefined) return [fact];
  const { asOf, identity, revision } = stated;
  const details = told.get(revision);
  if (details === undefined)
    throw new Error(`The content of the statement ${revision} is not in the record.`);
  return [fact, { ...record, kind: 'details', asOf, details: unpackDetails(details), identity, revision }];
}
