import { attentionMilestones } from '@milepost/domain';
import { codeList } from '../../../platform/database/code-list.ts';
import type { Database, Queries } from '../../../platform/database/database.ts';

/** The five figures of a workspace. */
export interface OverviewFigures {
  needsPerson: number;
  atRisk: number;
  outForDelivery: number;
  delivered: number;
  notMoved: number;
}

/** How the figures are counted; the filters of the list use the same rules. */
export interface OverviewRules {
  /** Milestones at which a shipment that is due is at risk. */
  atRisk: readonly string[];
  /** Due before this counts as at risk (milliseconds since 1970 UTC). */
  dueBefore: number;
  /** Milestones at which a shipment should move. */
  moving: readonly string[];
  /** ISO date: no event on this day (UTC) or later. */
  notMovedSince: string;
  /** Milliseconds since 1970 UTC; the end is excluded. */
  deliveredFrom: number;
  deliveredBefore: number;
}

/**
 * Reads indexes only: one narrow row for each shipment under way, one entry for each with a problem and for
 * each delivered today.
 */
export async function overviewFigures(
  queries: Queries,
  workspaceId: string,
  rules: OverviewRules,
): Promise<OverviewFigures> {
  const [row] = await queries.query<OverviewFigures>(
    `select
       (select count(*)::int from shipment where workspace_id = $1 and has_exception) as "needsPerson",
       under_way.*,
       (select count(*)::int from shipment where workspace_id = $1 and delivered_at >= $6 and delivered_at < $7) as delivered
     from (
       select count(*) filter (where milestone = any($2::text[]) and due_at < $3)::int as "atRisk",
              count(*) filter (where milestone = 'out_for_delivery')::int as "outForDelivery",
              count(*) filter (where milestone = any($4::text[]) and moved_on < $5::date)::int as "notMoved"
       from shipment_under_way where workspace_id = $1
     ) under_way`,
    [
      workspaceId,
      rules.atRisk,
      iso(rules.dueBefore),
      rules.moving,
      rules.notMovedSince,
      iso(rules.deliveredFrom),
      iso(rules.deliveredBefore),
    ],
    'overview_figures',
  );
  if (!row) throw new Error('Counting gives one row.');
  return row;
}

export interface OverviewDay extends OverviewFigures {
  /** ISO date (UTC). */
  day: string;
  /**
   * When the figures were reconstructed from the record (milliseconds since 1970 UTC); null when they were
   * recorded on the day.
   */
  reconstructedAt: number | null;
}

/** Records the current figures of a day. */
export async function noteOverview(
  queries: Queries,
  workspaceId: string,
  day: string,
  figures: OverviewFigures,
): Promise<void> {
  const { needsPerson, atRisk, outForDelivery, delivered, notMoved } = figures;
  await queries.query(
    `insert into overview_day (workspace_id, day, needs_person, at_risk, out_for_delivery, delivered, not_moved) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (workspace_id, day) do update set needs_person = excluded.needs_person, at_risk = excluded.at_risk,
       out_for_delivery = excluded.out_for_delivery, delivered = excluded.delivered, not_moved = excluded.not_moved, is_reconstructed = false, noted_at = now()`,
    [workspaceId, day, needsPerson, atRisk, outForDelivery, delivered, notMoved],
  );
}

export function overviewDays(
  queries: Queries,
  workspaceId: string,
  days: readonly string[],
): Promise<OverviewDay[]> {
  return queries.query<OverviewDay>(
    `select day, needs_person as "needsPerson", at_risk as "atRisk", out_for_delivery as "outForDelivery", delivered, not_moved as "notMoved",
            case when is_reconstructed then noted_at end as "reconstructedAt"
     from overview_day where workspace_id = $1 and day = any($2::date[]) order by day`,
    [workspaceId, days],
  );
}

/** With more shipments the reconstruction would take too long; their days are recorded as they pass. */
const reconstructedMax = 20_000;

/**
 * Reconstructs the figures of past days that were not recorded, from the status of each shipment at noon
 * (UTC). Does nothing when there are too many shipments. Returns whether it did.
 */
export function reconstructDays(
  database: Database,
  workspaceId: string,
  days: readonly string[],
  rules: Pick<OverviewRules, 'atRisk' | 'moving'>,
): Promise<boolean> {
  return database.transaction(async (queries) => {
    const [first] = days;
    if (first === undefined) return false;
    const subjects = await queries.query<{ id: string }>(
      `select id from shipment where workspace_id = $1 and updated_at >= $2::date order by updated_at desc limit ${reconstructedMax + 1}`,
      [workspaceId, first],
    );
    if (subjects.length === 0 || subjects.length > reconstructedMax) return false;
    await queries.query(reconstructSql, [
      workspaceId,
      subjects.map(({ id }) => id),
      days,
      rules.atRisk,
      rules.moving,
    ]);
    return true;
  });
}

// A milestone lasts from its event to the next one. A missing classifier means `actual`
// (domain/tracking/stored-fact.ts). Shipments without a change since the first day are left out, because they
// changed none of the figures.
const reconstructSql = `
with status as (
  select l.shipment_id, e.milestone, e.occurred_at as since,
    lead(e.occurred_at, 1, 'infinity') over (partition by l.shipment_id order by e.occurred_at, e.position) as until
  from leg l join tracking_event e on e.leg_id = l.id
  where l.shipment_id = any($2::uuid[]) and e.kind = 'event' and e.occurred_at is not null and e.milestone <> 'unknown'
    and coalesce(e.fact ->> 'classifier', 'actual') = 'actual'
), noons as (
  select day, (day + time '12:00') at time zone 'UTC' as noon from unnest($3::date[]) as day
), status_at_noon as (
  select n.day, n.noon, t.milestone, t.since, coalesce(s.promised_to, s.expected_to, 'infinity') as due_at
  from noons n join status t on t.since <= n.noon and t.until > n.noon join shipment s on s.id = t.shipment_id
)
insert into overview_day (workspace_id, day, needs_person, at_risk, out_for_delivery, delivered, not_moved, is_reconstructed)
select $1, n.day,
  count(*) filter (where d.milestone in ${codeList(attentionMilestones)}),
  count(*) filter (where d.milestone = any($4::text[]) and d.due_at < n.noon + interval '12 hours'),
  count(*) filter (where d.milestone = 'out_for_delivery'),
  (select count(*) from shipment where workspace_id = $1 and delivered_at >= n.noon - interval '12 hours' and delivered_at < n.noon + interval '12 hours'),
  count(*) filter (where d.milestone = any($5::text[]) and d.since < n.noon - interval '3 days'), true
from noons n join status_at_noon d on d.day = n.day group by n.day, n.noon
on conflict (workspace_id, day) do update set needs_person = excluded.needs_person, at_risk = excluded.at_risk,
  out_for_delivery = excluded.out_for_delivery, delivered = excluded.delivered, not_moved = excluded.not_moved, noted_at = now()
  where overview_day.is_reconstructed`;

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
