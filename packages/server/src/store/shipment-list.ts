import type { Queries } from './database.ts';
import { ListingQuery, type ShipmentListing } from './listing-query.ts';
import type { ShipmentRecord } from './shipment-read.ts';

export interface ListedShipment extends ShipmentRecord {
  /** What the row was sorted by, for the cursor; empty where that is the id alone. */
  sortValue: string;
}

/** Above this many, walking through the newest changes meets enough that fit; below, fetching all that fit and sorting them is quicker. */
const candidatesMax = 5_000;

/** One page of shipments, by any filter and sort that stays fast with a million of them. */
export async function listShipments(queries: Queries, listing: ShipmentListing): Promise<ListedShipment[]> {
  const among = await fewCandidates(queries, listing);
  if (among?.length === 0) return [];
  const { sql, values } = new ListingQuery(listing).page(among);
  return queries.query<ListedShipment>(sql, values);
}

/**
 * The order of change is kept in an index that knows nothing of postcodes, references and numbers. How many fit decides how to read it, and the planner's
 * guess at that has been wrong by two orders of magnitude; so we count, up to a limit. Null: many, or no need to know.
 */
async function fewCandidates(queries: Queries, listing: ShipmentListing): Promise<string[] | null> {
  const { destinationPostcode, reference, trackingNumber } = listing.filter;
  const isSharp = [destinationPostcode, reference, trackingNumber].some((given) => given !== undefined);
  if (listing.order !== 'updated' || !isSharp) return null;
  const { sql, values } = new ListingQuery(listing).candidates(candidatesMax + 1);
  const rows = await queries.query<{ id: string }>(sql, values);
  return rows.length > candidatesMax ? null : rows.map((row) => row.id);
}
