import type { Queries } from './database.ts';

/**
 * Positions of the record and the outbox must become visible in ascending order, or a reader's cursor would
 * step over a transaction that commits late. So the writers of one workspace take turns from here to their
 * commit.
 */
export async function takeTurn(queries: Queries, workspaceIds: readonly string[]): Promise<void> {
  for (const id of [...workspaceIds].sort()) {
    await queries.query('select pg_advisory_xact_lock(761, hashtext($1))', [id], 'take_turn');
  }
}
