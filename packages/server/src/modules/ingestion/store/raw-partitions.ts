import { type Queries, sqlState } from '../../../platform/database/database.ts';

const dayMs = 86_400_000;
const checkViolation = '23514';

/** Creates the partitions for these days (ISO dates); existing ones stay. */
export async function createRawPartitions(queries: Queries, days: readonly string[]): Promise<void> {
  for (const day of days) await createPartition(queries, day);
}

/**
 * A day with messages in the default partition stays there; this only makes its removal by retention slower.
 */
async function createPartition(queries: Queries, day: string): Promise<void> {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString();
  const name = partitionOf(day);
  try {
    await queries.query(
      `create table if not exists ${name} partition of raw_message for values from ('${day}T00:00:00Z') to ('${next}')`,
    );
  } catch (error) {
    if (sqlState(error) !== checkViolation) throw error;
  }
}

function partitionOf(day: string): string {
  return `raw_message_${day.replaceAll('-', '')}`;
}

/** Drops messages of days before this one (ISO date) and their digests. Their events stay in the record. */
export async function dropRawBefore(queries: Queries, day: string): Promise<void> {
  const rows = await queries.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'raw_message'::regclass and c.relname ~ '^raw_message_[0-9]{8}$' and c.relname < $1`,
    [partitionOf(day)],
  );
  for (const { name } of rows) await queries.query(`drop table ${name}`);
  await queries.query('delete from raw_message_default where received_at < $1', [`${day}T00:00:00Z`]);
  await queries.query('delete from raw_digest where last_received_at < $1', [`${day}T00:00:00Z`]);
}
