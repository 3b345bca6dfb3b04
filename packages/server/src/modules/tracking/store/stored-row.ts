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
 * A statement about the parcel as a whole is stored in the row of the newest event of the same message:
 * nearly every push contains a statement, and separate rows would double the record. Without a new event, a
 * statement has its own row.
 */
export interface StoredStatement {
  identity: string;
  revision: string;
  asOf: DetailsFact['asOf'];
  /**
   * Absent when the parcel's previous statement had the same content, because carriers repeat it with every
   * push. It is in the row with this `revision`.
   */
  details?: StoredDetails;
}

/** The column `fact` of the record. */
export type FactColumn = StoredFact & { stated?: StoredStatement };

/** A row of the record, without its position. */
export type FactRow = FactRecord & { fact: FactColumn };

/** All rows of a parcel → their facts: one per row, or an event and the statement beside it. */
export function factsOfRows<Extra>(rows: readonly (FactRow & Extra)[]) {
  const contents = new Map<string, StoredDetails>();
  for (const { fact, revision } of rows) {
    if (fact.kind === 'details') contents.set(revision, fact.details);
    else if (fact.stated?.details) contents.set(fact.stated.revision, fact.stated.details);
  }
  return rows.flatMap(({ fact, ...record }) => factsOfRow(fact, record, contents));
}

function factsOfRow<Record extends FactRecord>(
  { stated, ...columns }: FactColumn,
  record: Record,
  contents: ReadonlyMap<string, StoredDetails>,
): (RecordedFact & Record)[] {
  // Without the statement the column is the result of packFact.
  const fact = { ...unpackFact(columns as StoredFact), ...record };
  if (stated === undefined) return [fact];
  const { asOf, identity, revision } = stated;
  const details = contents.get(revision);
  if (details === undefined)
    throw new Error(`The content of the statement ${revision} is not in the record.`);
  return [fact, { ...record, kind: 'details', asOf, details: unpackDetails(details), identity, revision }];
}
