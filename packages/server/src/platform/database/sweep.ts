import type { Database } from './database.ts';

/** Rows of these tables are added and deleted with every message. */
const busyTables = ['inbox', 'deadline', 'webhook_delivery'];
/**
 * All calls wait during a checkpoint, so it is done rarely. A start after a crash reads this much in a few
 * seconds.
 */
const logBytesMax = 512 * 1024 * 1024;

/**
 * Vacuum, statistics and checkpoints of the embedded engine, which has no background processes for them: of
 * the busy tables often, so that each run is short, and of all tables rarely. One table at a time, because
 * all other calls wait.
 */
export async function sweep(database: Database, which: 'often' | 'rarely'): Promise<void> {
  if (database.engine !== 'pglite') return;
  if (which === 'often') for (const table of busyTables) await database.script(`vacuum ${table}`);
  else for (const table of await allTables(database)) await database.script(`vacuum analyze ${table}`);
  await limitLog(database, logBytesMax);
}

async function allTables(database: Database): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    'select quote_ident(tablename) as name from pg_tables where schemaname = current_schema() order by 1',
  );
  return rows.map(({ name }) => name);
}

/**
 * Makes a checkpoint when the write-ahead log has grown by `bytesMax`. Otherwise it grows as long as the
 * process runs, and a start after a crash reads all of it.
 */
export async function limitLog(database: Database, bytesMax: number): Promise<void> {
  const [row] = await database.query<{ bytes: number }>(
    'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()',
  );
  if (row && row.bytes > bytesMax) await database.script('checkpoint');
}
