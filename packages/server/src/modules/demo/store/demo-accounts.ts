import type { Database, Queries } from '../../../platform/database/database.ts';
import { eraseWorkspaces, removePeopleWithoutWorkspace } from '../../people/index.ts';

/** Replaces the settings of a demo account: the simulator's port changes with each start. */
export async function resealSettings(
  queries: Queries,
  accountId: string,
  settingsSealed: Uint8Array,
): Promise<void> {
  await queries.query('update account set settings_sealed = $2, poll_paused_until = null where id = $1', [
    accountId,
    settingsSealed,
  ]);
}

/**
 * When the workspace registered its newest shipment (milliseconds since 1970 UTC); null while it has none.
 */
export async function newestRegistration(queries: Queries, workspaceId: string): Promise<number | null> {
  const [row] = await queries.query<{ newest: number | null }>(
    'select max(created_at) as newest from shipment where workspace_id = $1',
    [workspaceId],
  );
  return row?.newest ?? null;
}

/**
 * Schedules polls for numbers whose past events were not received by polling: numbers under way evenly within
 * `withinMs`; numbers that have ended are not polled any more.
 */
export async function spreadPolls(
  queries: Queries,
  account: { workspaceId: string; carrier: string },
  withinMs: number,
): Promise<void> {
  await queries.query(
    `update leg l set next_poll_at = case when u.shipment_id is null then null else now() + random() * $3 * interval '1 millisecond' end
     from leg d left join shipment_under_way u on u.shipment_id = d.shipment_id
     where l.id = d.id and d.workspace_id = $1 and d.carrier = $2`,
    [account.workspaceId, account.carrier, withinMs],
  );
}

/** Pauses polling of the workspace's accounts for `forMs`; 0 ends the pause. */
export async function restPolls(queries: Queries, workspaceId: string, forMs: number): Promise<void> {
  await queries.query(
    `update account set poll_paused_until = case when $2 > 0 then now() + $2 * interval '1 millisecond' end
     where workspace_id = $1 and poll_enabled`,
    [workspaceId, forMs],
  );
}

/** Removes all demo workspaces, and the people without another workspace, in one transaction. */
export function removeDemos(database: Database): Promise<void> {
  return database.transaction(async (queries) => {
    const rows = await queries.query<{ id: string }>('select id from workspace where is_demo order by id');
    await eraseWorkspaces(
      queries,
      rows.map(({ id }) => id),
    );
    await removePeopleWithoutWorkspace(queries);
  });
}
