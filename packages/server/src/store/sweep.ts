import type { Database } from './database.ts';

/** Rows of these come and go with every message. */
const busyTables = ['inbox', 'deadline', 'webhook_delivery'];

/**
 * A PostgreSQL server sweeps dead rows by itself and keeps its statistics; the embedded engine has nobody for it, so its tables are swept here: the
 * busy ones often, all of them seldom.
 */
export async function sweep(database: Database, which: 'often' | 'seldom'): Promise<void> {
  if (database.engine !== 'pglite') return;
  if (which === 'seldom') return database.script('vacuum analyze');
  for (const table of busyTables) await database.script(`vacuum analyze ${table}`);
}
