import type { Queries } from './database.ts';

/** Throws when the database does not answer. */
export async function ping(queries: Queries): Promise<void> {
  await queries.query('select 1');
}
