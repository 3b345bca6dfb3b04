import type { Database } from './database.ts';

/** Rows of these come and go with every message. */
const busyTables = ['inbox', 'deadline', 'webhook_delivery'];
/** Everybody waits while it is written down, so not too often; a start after a crash reads so much in some seconds. */
const logBytesMax = 512 * 1024 * 1024;

/**
 * A PostgreSQL server sweeps dead rows by itself, keeps its statistics and shortens its log; the embedded engine has nobody for it, so all that is done here:
 * the busy tables often, so that each time is short, and all of them seldom. One table at a time, because everybody else waits meanwhile.
 */
export async function sweep(database: Database, which: 'often' | 'seldom'): Promise<void> {
  if (database.engine !== 'pglite') return;
  if (which === 'often') for (const table of busyTables) await database.script(`vacuum ${table}`);
  else for (const table of await allTables(database)) await database.script(`vacuum analyze ${table}`);
  await shortenLog(database, logBytesMax);
}

async function allTables(database: Database): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    'select quote_ident(tablename) as name from pg_tables where schemaname = current_schema() order by 1',
  );
  return rows.map(({ name }) => name);
}

/** Writes down what the log alone holds, once that is so much: otherwise the log grows for as long as the process runs, and a start after a crash reads all of it. */
export async function shortenLog(database: Database, bytesMax: number): Promise<void> {
  const [row] = await database.query<{ bytes: number }>(
    'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()',
  );
  if (row && row.bytes > bytesMax) await database.script('checkpoint');
}
