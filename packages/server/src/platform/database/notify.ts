import type { Queries } from './database.ts';

/** Wakes every process that listens on the channel. */
export async function notify(queries: Queries, channel: string): Promise<void> {
  await queries.query('select pg_notify($1, $2)', [channel, '']);
}
