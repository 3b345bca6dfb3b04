import type { Queries } from './database.ts';

/** What is known of one carrier account. Instants are milliseconds since 1970 UTC. */
export interface FeedRow {
  accountId: string;
  carrier: string;
  name: string;
  createdAt: number;
  pollEnabled: boolean;
  lastReceivedAt: number | null;
  lastPolledAt: number | null;
  pausedUntil: number | null;
  failures: number;
  lastFailure: string | null;
  unknownCodes: number;
  openProblems: number;
}

const problemsMax = 1_000;
const accountsMax = 200;

/** The accounts of the workspace with what waits in the review queue; each count is bounded. */
export function listFeeds(queries: Queries, workspaceId: string): Promise<FeedRow[]> {
  return queries.query<FeedRow>(
    `select a.id as "accountId", a.carrier, a.name, a.created_at as "createdAt", a.poll_enabled as "pollEnabled",
            a.last_received_at as "lastReceivedAt", a.last_polled_at as "lastPolledAt", a.poll_paused_until as "pausedUntil",
            a.poll_failures as failures, a.last_failure as "lastFailure", p.codes as "unknownCodes", p.entries as "openProblems"
     from carrier_account a, lateral (
       select count(distinct e.cause) filter (where e.kind = 'unknown_code')::int as codes, count(*)::int as entries
       from (select r.kind, r.cause from review_entry r
             where r.workspace_id = a.workspace_id and r.carrier = a.carrier and r.account_id = a.id and r.closed_at is null limit ${problemsMax}) e
     ) p
     where a.workspace_id = $1 order by a.carrier, a.id limit ${accountsMax}`,
    [workspaceId],
  );
}

export interface FeedHourRow {
  accountId: string;
  hour: number;
  slot: number;
  events: number;
}

/** Events by account, hour and slot of delay, from an instant on. */
export function feedHours(queries: Queries, workspaceId: string, from: number): Promise<FeedHourRow[]> {
  return queries.query<FeedHourRow>(
    `select account_id as "accountId", hour, slot, events from feed_hour where workspace_id = $1 and hour >= $2 order by hour, slot`,
    [workspaceId, new Date(from).toISOString()],
  );
}

/** Shipments under way by carrier; each counted up to `limit`. */
export async function underWayByCarrier(
  queries: Queries,
  workspaceId: string,
  carriers: readonly string[],
  limit: number,
): Promise<Map<string, number>> {
  const rows = await queries.query<{ carrier: string; count: number }>(
    `select c.carrier, (select count(*)::int from (select from shipment_under_way u where u.workspace_id = $1 and u.carrier = c.carrier limit $3) bounded) as count
     from unnest($2::text[]) as c(carrier)`,
    [workspaceId, carriers, limit],
  );
  return new Map(rows.map(({ carrier, count }) => [carrier, count]));
}

/** When the newest event that is counted was received; null while none is. */
export async function countedUntil(queries: Queries, workspaceId: string): Promise<number | null> {
  const [row] = await queries.query<{ at: number | null }>(
    `select (select e.received_at from tracking_event e where e.workspace_id = c.workspace_id and e.position <= c.position
             order by e.position desc limit 1) as at
     from feed_cursor c where c.workspace_id = $1`,
    [workspaceId],
  );
  return row?.at ?? null;
}
