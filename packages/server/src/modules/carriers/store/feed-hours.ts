import type { Database, Queries } from '../../../platform/database/database.ts';

/**
 * Counts what the record received, by account, hour and delay, behind the record: from where it last stopped,
 * some rows a step. So the path of a message pays nothing for it, and a page about feeds reads a few hundred
 * rows whatever came in.
 */
export interface CountingStep {
  /** Rows looked at; fewer than asked for means that it is up to date. */
  looked: number;
}

/** How far behind the end of the record counting begins: what is older than a day or so is shown nowhere. */
const startBehind = 200_000;

/** Slot of a delay, see migration 0004. */
export function slotSeconds(slot: number): number {
  return 2 ** ((slot + 0.5) / 4);
}

/**
 * Those that received something which is not counted yet. The end of each record is found by index, and asked
 * for so that nothing else is tried.
 */
export async function workspacesToCount(queries: Queries): Promise<string[]> {
  const rows = await queries.query<{ id: string }>(
    `select w.id from workspace w left join feed_cursor c on c.workspace_id = w.id
     where (select max(position) from tracking_event where workspace_id = w.id) > coalesce(c.position, 0)`,
    [],
    'workspaces_to_count',
  );
  return rows.map(({ id }) => id);
}

/** One step for one workspace. Somebody else who counts at the same moment makes this one look at nothing. */
export function countFeedHours(
  database: Database,
  workspaceId: string,
  rowsMax: number,
): Promise<CountingStep> {
  return database.transaction(async (queries) => {
    await queries.query(
      `insert into feed_cursor (workspace_id, position)
       select $1, greatest(0, coalesce((select max(position) from tracking_event where workspace_id = $1), 0) - $2::bigint) on conflict do nothing`,
      [workspaceId, startBehind],
    );
    const [cursor] = await queries.query<{ position: number }>(
      'select position from feed_cursor where workspace_id = $1 for update skip locked',
      [workspaceId],
    );
    if (!cursor) return { looked: 0 };
    const [step] = await queries.query<{ looked: number }>(countSql, [workspaceId, cursor.position, rowsMax]);
    return { looked: step?.looked ?? 0 };
  });
}

// A delay below nothing is a clock that runs ahead; it counts as none.
const hourAndSlot = `date_trunc('hour', received_at, 'UTC') as hour,
  case when delay is null then -1 else floor(4 * ln(greatest(1, least(delay, 1e8))) / ln(2.0::float8))::int end as slot`;

const looked =
  'position, account_id, kind, received_at, extract(epoch from received_at - occurred_at)::float8 as delay';

/**
 * Parts of a `with` that count, without noting it, what is not counted yet in the workspace $1, of up to
 * `limit` rows.
 */
export function uncountedSql(limit: string): string {
  return `start as materialized (
  select coalesce((select position from feed_cursor where workspace_id = $1),
    (select greatest(0, max(position) - ${startBehind}) from tracking_event where workspace_id = $1), 0) as position
), looked as materialized (
  select ${looked} from tracking_event
  where workspace_id = $1 and position > (select position from start) order by position limit ${limit}
), uncounted as (
  select account_id, ${hourAndSlot}, count(*)::int as events from looked where kind = 'event' group by 1, 2, 3
)`;
}

const countSql = `
with looked as materialized (
  select ${looked} from tracking_event where workspace_id = $1 and position > $2 order by position limit $3
), counted as (
  insert into feed_hour (workspace_id, account_id, hour, slot, events)
  select $1::uuid, account_id, ${hourAndSlot}, count(*)::int
  from looked where kind = 'event' group by 2, 3, 4 order by 2, 3, 4
  on conflict (workspace_id, account_id, hour, slot) do update set events = feed_hour.events + excluded.events
), moved as (
  update feed_cursor set position = (select max(position) from looked) where workspace_id = $1 and exists (select from looked)
)
select count(*)::int as looked from looked`;

/** Forgets hours that no page shows any more. */
export async function forgetFeedHours(queries: Queries, before: number): Promise<void> {
  await queries.query('delete from feed_hour where hour < $1', [new Date(before).toISOString()]);
}
