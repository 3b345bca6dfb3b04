import { attentionMilestones } from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';
import { isUnderWayOnly, ListingQuery, type ShipmentFilter, type ShipmentListing } from './listing-query.ts';
import { fewCandidates } from './shipment-list.ts';

/** How many shipments fit, up to `limit`; beyond it counting costs more than the figure is worth. */
export async function countShipments(
  queries: Queries,
  workspaceId: string,
  filter: ShipmentFilter,
  limit: number,
): Promise<number> {
  const listing = countable(workspaceId, filter);
  const among = await fewCandidates(queries, listing);
  if (among?.length === 0) return 0;
  const { sql, values } =
    among === null
      ? new ListingQuery(listing).count(limit)
      : new ListingQuery(listing).countAmong(among, 'milestone');
  const rows = await queries.query<{ count: number }>(sql, values);
  return Math.min(
    limit,
    rows.reduce((sum, { count }) => sum + count, 0),
  );
}

export interface FacetCount {
  value: string;
  count: number;
}

type Dimension = 'milestone' | 'carrier';

/**
 * How many fit of each value, that filter itself left aside, each counted up to `limit`; values of which
 * there is none are left out.
 */
export async function countFacet(
  queries: Queries,
  base: { workspaceId: string; filter: ShipmentFilter; limit: number },
  dimension: Dimension,
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
  const { sql, values } = facetQuery(listing, among, { dimension, choices, limit });
  const rows = await queries.query<FacetCount>(sql, values);
  return rows
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => ({ value, count: Math.min(limit, count) }));
}

/**
 * The carriers of a workspace: steps from one to the next by the index, so that the number of shipments has
 * no say in it.
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
  dimension: Dimension;
  choices: readonly string[];
  limit: number;
}

function facetQuery(
  listing: ShipmentListing,
  among: readonly string[] | null,
  { dimension, choices, limit }: Facet,
): { sql: string; values: unknown[] } {
  const { workspaceId, filter } = listing;
  if (among !== null) return new ListingQuery(listing).countAmong(among, dimension);
  if (filter.exception === true || isUnderWayOnly(listing))
    return new ListingQuery(listing).countBy(dimension);
  const possible = choices.filter((value) => filter.exception === undefined || !needingAttention.has(value));
  return capped(
    possible.map((value) => ({ value, filter: { ...filter, ...choiceOf(dimension, value) } })),
    { workspaceId, limit },
  );
}

/** Every shipment at these milestones has an exception, so a search for one without finds nothing. */
const needingAttention: ReadonlySet<string> = new Set(attentionMilestones);

/** No order is asked of what is counted; by registration is the one that every table has. */
function countable(workspaceId: string, filter: ShipmentFilter): ShipmentListing {
  return { workspaceId, filter, order: 'created', newestFirst: true, after: null, limit: 0 };
}

/**
 * Few candidates are worth gathering for a facet even where the filter alone says nothing of what events
 * change.
 */
function changeableOrder({ dueFrom, dueBefore, notMovedSince }: ShipmentFilter): 'created' | 'updated' {
  return [dueFrom, dueBefore, notMovedSince].every((bound) => bound === undefined) ? 'updated' : 'created';
}

function choiceOf(dimension: Dimension, value: string): ShipmentFilter {
  return dimension === 'milestone' ? { milestones: [value] } : { carrier: value };
}

/** One statement that counts each choice up to the limit. */
function capped(
  choices: readonly { value: string; filter: ShipmentFilter }[],
  { workspaceId, limit }: { workspaceId: string; limit: number },
): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts = choices.map(({ value, filter }) => {
    const place = values.push(value);
    return `select $${place}::text as value, (${new ListingQuery(countable(workspaceId, filter), values).count(limit).sql}) as count`;
  });
  return { sql: parts.join(' union all '), values };
}
