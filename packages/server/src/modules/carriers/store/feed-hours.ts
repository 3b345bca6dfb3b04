/*
 * Counts received events by account, hour and delay. A job reads the record from where it last stopped, some
 * rows per step, so the pipeline has no extra work and a page about feeds reads a few hundred rows, however
 * many events there are.
 */

import type { Database, Queries } from '../../../platform/database/database.ts';

export interface CountingStep {
  /** Rows read; fewer than requested means that counting is up to date. */
  looked: number;
}

/**
 * How far before the end of the record counting starts: events older than about a day are not shown anywhere.
 */
const startBehind = 200_000;

/** The middle of a slot of delay, see `feed_hour` in the baseline migration. */
export function slotSeconds(slot: number): number {
  return 2 ** ((slot + 0.5) / 4);
}

/**
 * Workspaces with events that are not counted yet. The subquery makes the planner find the end of each record
 * by index.
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

/** One step for one workspace. Reads nothing while another process counts the same workspace. */
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

// A negative delay means a clock that is ahead; it counts as no delay.
const hourAndSlot = `date_trunc('hour', received_at, 'UTC') as hour,
  case when delay is null then -1 else floor(4 * ln(greatest(1, least(delay, 1e8))) / ln(2.0::float8))::int end as slot`;

const looked =
  'position, account_id, kind, received_at, extract(epoch from received_at - occurred_at)::float8 as delay';

/**
 * Parts of a `with` that count up to `limit` uncounted rows of the workspace $1, without storing the result.
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

/** Deletes hours that no page shows any more. */
export async function forgetFeedHours(queries: Queries, before: number): Promise<void> {
  await queries.query('delete from feed_hour where hour < $1', [new Date(before).toISOString()]);
}
