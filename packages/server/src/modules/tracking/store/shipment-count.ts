import { attentionMilestones } from '@milepost/domain';
import sql, { join, type Sql } from 'sql-template-tag';
import type { Queries } from '../../../platform/database/database.ts';
import { type CountedColumn, ListingQuery } from './listing-query.ts';
import { fewCandidates } from './shipment-list.ts';
import { isUnderWayOnly, type ShipmentFilter, type ShipmentListing } from './shipment-listing.ts';

/** Counts the matching shipments, up to `limit`, beyond which an exact count costs more than it is worth. */
export async function countShipments(
  queries: Queries,
  workspaceId: string,
  filter: ShipmentFilter,
  limit: number,
): Promise<number> {
  const listing = countable(workspaceId, filter);
  const among = await fewCandidates(queries, listing);
  if (among?.length === 0) return 0;
  const query = new ListingQuery(listing);
  const { text, values } = among === null ? query.count(limit) : query.countAmong(among, 'milestone');
  const rows = await queries.query<{ count: number }>(text, values);
  return Math.min(
    limit,
    rows.reduce((sum, { count }) => sum + count, 0),
  );
}

export interface FacetCount {
  value: string;
  count: number;
}

/**
 * Counts the matches for each value of a column, each up to `limit`, ignoring the filter on that column
 * itself. Values without a match are left out.
 */
export async function countFacet(
  queries: Queries,
  base: { workspaceId: string; filter: ShipmentFilter; limit: number },
  dimension: CountedColumn,
  choices: readonly string[],
): Promise<FacetCount[]> {
  const { workspaceId, limit } = base;
  const filter = {
    ...base.filter,
    ...(dimension === 'milestone' ? { milestones: undefined } : { carrier: undefined }),
  };
  const listing = { ...countable(workspaceId, filter), order: changeableOrder(filter) };
  const among = await fewCandidates(queries, listing);
  if (among?.length === 0 || choices.length === 0) return [];
  const query = facetQuery(listing, among, { dimension, choices, limit });
  if (query === null) return [];
  const rows = await queries.query<FacetCount>(query.text, query.values);
  return rows
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => ({ value, count: Math.min(limit, count) }));
}

/**
 * The carriers of a workspace. Steps through the index from one to the next, so the cost does not grow
 * with the number of shipments.
 */
export async function carriersOf(queries: Queries, workspaceId: string): Promise<string[]> {
  const rows = await queries.query<{ carrier: string }>(
    `with recursive step as (
       select min(carrier) as carrier from shipment_lookup where workspace_id = $1
       union all
       select (select min(l.carrier) from shipment_lookup l where l.workspace_id = $1 and l.carrier > step.carrier) from step where step.carrier is not null
     )
     select carrier from step where carrier is not null limit 100`,
    [workspaceId],
  );
  return rows.map((row) => row.carrier);
}

interface Facet {
  dimension: CountedColumn;
  choices: readonly string[];
  limit: number;
}

/** Null when no choice is possible. */
function facetQuery(
  listing: ShipmentListing,
  among: readonly string[] | null,
  { dimension, choices, limit }: Facet,
): Sql | null {
  const { workspaceId, filter } = listing;
  if (among !== null) return new ListingQuery(listing).countAmong(among, dimension);
  if (filter.exception === true || isUnderWayOnly(listing))
    return new ListingQuery(listing).countBy(dimension);
  const parts = choices
    .filter((value) => filter.exception === undefined || !needingAttention.has(value))
    .map((value) => {
      const chosen = countable(workspaceId, { ...filter, ...choiceOf(dimension, value) });
      return sql`select ${value}::text as value, (${new ListingQuery(chosen).count(limit)}) as count`;
    });
  return parts.length === 0 ? null : join(parts, ' union all ');
}

/** Every shipment at these milestones has an exception, so a search for one without finds nothing. */
const needingAttention: ReadonlySet<string> = new Set(attentionMilestones);

/** Counting needs no order; creation order is the one that every table has. */
function countable(workspaceId: string, filter: ShipmentFilter): ShipmentListing {
  return { workspaceId, filter, order: 'created', newestFirst: true, after: null, limit: 0 };
}

/** A facet gathers a short list of candidates first, even if the filter uses no column that events change. */
function changeableOrder({ dueFrom, dueBefore, notMovedSince }: ShipmentFilter): 'created' | 'updated' {
  return [dueFrom, dueBefore, notMovedSince].every((bound) => bound === undefined) ? 'updated' : 'created';
}

function choiceOf(dimension: CountedColumn, value: string): ShipmentFilter {
  return dimension === 'milestone' ? { milestones: [value] } : { carrier: value };
}
