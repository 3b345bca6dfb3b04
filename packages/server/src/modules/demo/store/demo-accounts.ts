import type { Database, Queries } from '../../../platform/database/database.ts';
import { eraseWorkspaces, removeStrays } from '../../people/index.ts';

/** Accounts of the demo point at a simulator whose port changes with each start. */
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

/** When the workspace registered its newest shipment (milliseconds since 1970 UTC); null while it has none. */
export async function newestRegistration(queries: Queries, workspaceId: string): Promise<number | null> {
  const [row] = await queries.query<{ newest: number | null }>(
    'select max(created_at) as newest from shipment where workspace_id = $1',
    [workspaceId],
  );
  return row?.newest ?? null;
}

/**
 * Plans questions for numbers whose past came in without being asked for one by one: those under way within `withinMs`, evenly, those that ended
 * no more.
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

/** Lets the accounts of a workspace be asked, or lets them rest for so long. */
export async function restPolls(queries: Queries, workspaceId: string, forMs: number): Promise<void> {
  await queries.query(
    `update account set poll_paused_until = case when $2 > 0 then now() + $2 * interval '1 millisecond' end
     where workspace_id = $1 and poll_enabled`,
    [workspaceId, forMs],
  );
}

/** Removes every workspace that is a demo, and the people who worked nowhere else, in one step. */
export function removeDemos(database: Database): Promise<void> {
  return database.transaction(async (queries) => {
    const rows = await queries.query<{ id: string }>('select id from workspace where is_demo order by id');
    await eraseWorkspaces(
      queries,
      rows.map(({ id }) => id),
    );
    await removeStrays(queries);
  });
}
