import type { Queries } from './database.ts';

/** Accounts of the demo point at a simulator whose port changes with each start. */
export async function resealSettings(
  queries: Queries,
  accountId: string,
  settingsSealed: Uint8Array,
): Promise<void> {
  await queries.query(
    'update carrier_account set settings_sealed = $2, poll_paused_until = null where id = $1',
    [accountId, settingsSealed],
  );
}

/** The newest moment the record of a workspace speaks of; null while it is empty. */
export async function newestOccurrence(queries: Queries, workspaceId: string): Promise<number | null> {
  const [row] = await queries.query<{ newest: number | null }>(
    'select max(last_event_at) as newest from shipment where workspace_id = $1',
    [workspaceId],
  );
  return row?.newest ?? null;
}
