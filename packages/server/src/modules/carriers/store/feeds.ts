import type { Queries } from '../../../platform/database/database.ts';
import { uncountedSql } from './feed-hours.ts';

/** The feed of one carrier account. Instants are milliseconds since 1970 UTC. */
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
  /** Shipments of the carrier that are under way. */
  underWay: number;
  /** In no particular order; an hour and slot may occur twice. */
  hours: FeedHourRow[];
  /** When the newest counted event was received; null while there is none. The same for all feeds. */
  countedUntil: number | null;
}

/** Events of an hour with a slot of delay. */
export interface FeedHourRow {
  hour: number;
  slot: number;
  events: number;
}

export interface FeedReading {
  workspaceId: string;
  /** Start of the hours to return. */
  from: number;
  /** Shipments under way are counted up to this. */
  underWayMax: number;
  /** Events since the last counting are counted by the query up to this number. */
  uncountedMax: number;
}

const problemsMax = 1_000;
const accountsMax = 200;

/**
 * The carrier accounts of the workspace with their events and their entries in the review queue. Each count
 * is bounded. One read-only statement.
 */
export function readFeeds(
  queries: Queries,
  { workspaceId, from, underWayMax, uncountedMax }: FeedReading,
): Promise<FeedRow[]> {
  return queries.query<FeedRow>(
    `with own as materialized (
       select *, connector as carrier from account where workspace_id = $1 and kind = 'carrier' order by connector, id limit ${accountsMax}
     ), under_way as materialized (
       select c.carrier, (select count(*)::int from (select from shipment_under_way u where u.workspace_id = $1 and u.carrier = c.carrier limit $3) bounded) as count
       from (select distinct carrier from own) c
     ), ${uncountedSql('$4')}, brought as (
       select account_id, json_agg(json_build_object('hour', extract(epoch from hour) * 1000, 'slot', slot, 'events', events)) as hours
       from (select account_id, hour, slot, events from feed_hour where workspace_id = $1 union all select * from uncounted) counts
       where hour >= $2::timestamptz group by account_id
     ), counted as (
       select coalesce((select received_at from looked order by position desc limit 1),
         (select received_at from tracking_event where workspace_id = $1 and position <= (select position from start) order by position desc limit 1)) as until
     )
     select a.id as "accountId", a.carrier, a.name, a.created_at as "createdAt", a.poll_enabled as "pollEnabled",
            a.last_received_at as "lastReceivedAt", a.last_polled_at as "lastPolledAt", a.poll_paused_until as "pausedUntil",
            a.poll_failures as failures, a.last_failure as "lastFailure", p.codes as "unknownCodes", p.entries as "openProblems",
            u.count as "underWay", coalesce(b.hours, '[]') as hours, (select until from counted) as "countedUntil"
     from own a join under_way u on u.carrier = a.carrier left join brought b on b.account_id = a.id, lateral (
       select count(distinct e.cause) filter (where e.kind = 'unknown_code')::int as codes, count(*)::int as entries
       from (select r.kind, r.cause from review_entry r
             where r.workspace_id = a.workspace_id and r.carrier = a.carrier and r.account_id = a.id and r.closed_at is null limit ${problemsMax}) e
     ) p
     order by a.carrier, a.id`,
    [workspaceId, new Date(from).toISOString(), underWayMax, uncountedMax],
    'read_feeds',
  );
}
