/**
 * The reference value: the events of the run written again by the simplest fast method, multi-row inserts
 * into a table like the record with its indexes, but without decoding, identity, projection, outbox and
 * receipt.
 */

import type { Database } from '@milepost/server/database';

export interface RawInsert {
  events: number;
  eventsPerSecond: number;
}

const rowsPerStatement = 500;
const eventsMax = 100_000;
const rounds = 3;

const columns = [
  'leg_id',
  'identity',
  'revision',
  'workspace_id',
  'kind',
  'occurred_at',
  'milestone',
  'sub_status',
  'source',
  'account_id',
  'raw_message_id',
  'received_at',
  'fact',
] as const;
type Row = Record<(typeof columns)[number], unknown>;

/**
 * The best of several rounds, because a slow one would make the product look better. Null with less than one
 * full statement to write.
 */
export async function measureRawInsert(database: Database): Promise<RawInsert | null> {
  const rows = await database.query<Row>(
    `select ${columns.join(', ')} from tracking_event where kind = 'event' order by position limit ${eventsMax}`,
  );
  // Only full statements, so that one prepared statement serves all.
  const statements = Math.floor(rows.length / rowsPerStatement);
  if (statements === 0) return null;
  const values = Array.from({ length: statements }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement).flatMap(asValues),
  );
  let bestMs = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= rounds; round++) bestMs = Math.min(bestMs, await writeOnce(database, values));
  const events = statements * rowsPerStatement;
  return { events, eventsPerSecond: Math.round((events / bestMs) * 1_000) };
}

async function writeOnce(database: Database, values: readonly unknown[][]): Promise<number> {
  await database.script('create table raw_insert (like tracking_event including all)');
  const from = performance.now();
  for (const ofStatement of values) await database.query(insertSql, ofStatement, 'raw_insert');
  const tookMs = performance.now() - from;
  await database.script('drop table raw_insert');
  return tookMs;
}

/** The database layer returns instants in milliseconds and parsed documents; both are inserted as text. */
function asValues(row: Row): unknown[] {
  return columns.map((column) => {
    const value = row[column];
    if (column === 'fact') return JSON.stringify(value);
    return column.endsWith('_at') && typeof value === 'number' ? new Date(value).toISOString() : value;
  });
}

const insertSql = `insert into raw_insert (${columns.join(', ')}) values ${Array.from(
  { length: rowsPerStatement },
  (_, row) => `(${columns.map((_column, index) => `$${row * columns.length + index + 1}`).join(', ')})`,
).join(', ')}`;
