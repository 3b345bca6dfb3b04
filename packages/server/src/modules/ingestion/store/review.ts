import type { Queries } from '../../../platform/database/database.ts';

export interface ReviewGroupRow {
  carrier: string;
  kind: string;
  cause: string;
  count: number;
  firstSeenAt: number;
  lastSeenAt: number;
  sampleIds: number[];
}

export interface ReviewEntryRow {
  id: number;
  carrier: string;
  kind: string;
  cause: string;
  detail: string;
  pointer: string;
  rawMessageId: string;
  receivedAt: number;
  createdAt: number;
}

export interface ReviewGroupKey {
  carrier: string;
  kind: string;
  cause: string;
}

/** Some entries by id, or all open ones of a group. */
export type ReviewChoice = { ids: readonly number[] } | { group: ReviewGroupKey };

const groupsMax = 500;

export function listReviewGroups(queries: Queries, workspaceId: string): Promise<ReviewGroupRow[]> {
  return queries.query<ReviewGroupRow>(
    `select carrier, kind, cause, count(*)::int as count, min(created_at) as "firstSeenAt", max(created_at) as "lastSeenAt",
            to_json((array_agg(id order by id desc))[1:3]) as "sampleIds"
     from review_entry where workspace_id = $1 and closed_at is null
     group by carrier, kind, cause order by count(*) desc, carrier, kind, cause limit ${groupsMax}`,
    [workspaceId],
  );
}

export interface ReviewEntryFilter {
  carrier?: string | undefined;
  kind?: string | undefined;
  cause?: string | undefined;
  /** Only entries older than this one. */
  beforeId?: number | undefined;
}

/** Open entries, newest first. */
export function listReviewEntries(
  queries: Queries,
  workspaceId: string,
  filter: ReviewEntryFilter,
  limit: number,
): Promise<ReviewEntryRow[]> {
  return queries.query<ReviewEntryRow>(
    `select id, carrier, kind, cause, detail, pointer, raw_message_id as "rawMessageId", received_at as "receivedAt", created_at as "createdAt"
     from review_entry
     where workspace_id = $1 and closed_at is null and ($2::text is null or carrier = $2) and ($3::text is null or kind = $3)
       and ($4::text is null or cause = $4) and ($5::bigint is null or id < $5)
     order by id desc limit $6`,
    [
      workspaceId,
      filter.carrier ?? null,
      filter.kind ?? null,
      filter.cause ?? null,
      filter.beforeId ?? null,
      limit,
    ],
  );
}

/**
 * Queues the messages of open entries in the inbox again and closes the entries. Entries whose message
 * retention has dropped stay open, because there is nothing to replay. One statement, so that an entry is
 * never closed without its message being queued.
 */
export async function replayEntries(
  queries: Queries,
  workspaceId: string,
  choice: ReviewChoice,
): Promise<{ entries: number; messages: number }> {
  const [row] = await queries.query<{ entries: number; messages: number }>(
    `with chosen as (
       select e.id, e.raw_message_id, e.received_at from review_entry e
       join raw_message m on m.received_at = e.received_at and m.id = e.raw_message_id
       where e.workspace_id = $1 and e.closed_at is null and ${choiceSql('e')}
       order by e.id for update of e
     ), closed as (
       update review_entry e set closed_at = now(), closed_as = 'replayed' from chosen where e.id = chosen.id returning e.id
     ), queued as (
       insert into inbox (raw_message_id, received_at, workspace_id, reading)
       select distinct raw_message_id, received_at, $1::uuid, (extract(epoch from now()) * 1000)::bigint from chosen returning 1
     )
     select (select count(*)::int from closed) as entries, (select count(*)::int from queued) as messages`,
    [workspaceId, ...choiceValues(choice)],
  );
  return row ?? { entries: 0, messages: 0 };
}

/** Closes open entries; returns how many. */
export async function dismissEntries(
  queries: Queries,
  workspaceId: string,
  choice: ReviewChoice,
): Promise<number> {
  const [row] = await queries.query<{ entries: number }>(
    `with closed as (
       update review_entry e set closed_at = now(), closed_as = 'dismissed'
       where e.workspace_id = $1 and e.closed_at is null and ${choiceSql('e')} returning 1
     )
     select count(*)::int as entries from closed`,
    [workspaceId, ...choiceValues(choice)],
  );
  return row?.entries ?? 0;
}

function choiceSql(table: string): string {
  return `(${table}.id = any($2::bigint[]) or (${table}.carrier = $3 and ${table}.kind = $4 and ${table}.cause = $5))`;
}

function choiceValues(choice: ReviewChoice): unknown[] {
  if ('ids' in choice) return [choice.ids, null, null, null];
  return [null, choice.group.carrier, choice.group.kind, choice.group.cause];
}
