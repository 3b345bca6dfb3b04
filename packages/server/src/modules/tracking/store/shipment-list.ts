import type { Queries } from '../../../platform/database/database.ts';
import { ListingQuery } from './listing-query.ts';
import { isAboutChanges, type ShipmentListing } from './shipment-listing.ts';
import { type ShipmentRecord, type StoredShipment, unpackShipments } from './shipment-read.ts';

export interface ListedShipment extends ShipmentRecord {
  /** The sort value of the row, for the cursor; empty when rows are sorted by id alone. */
  sortValue: string;
}

/**
 * Above this many matches it is faster to walk in order until the page is full; below, to fetch all and
 * sort.
 */
const candidatesMax = 5_000;

/** One page of shipments, with every filter and order that stays fast with a million shipments. */
export async function listShipments(queries: Queries, listing: ShipmentListing): Promise<ListedShipment[]> {
  const among = await fewCandidates(queries, listing);
  if (among?.length === 0) return [];
  const query = new ListingQuery(listing);
  const { text, values } = among === null ? query.page() : query.pageAmong(among);
  return unpackShipments(await queries.query<StoredShipment<ListedShipment>>(text, values));
}

/**
 * For an order or filter that events change, combined with a filter that they never change, the number of
 * matches decides how to read. The planner's estimate has been wrong by two orders of magnitude, so the
 * matches of the fixed filter are counted up to a limit. Null: there are many, or the number does not
 * matter.
 */
export async function fewCandidates(queries: Queries, listing: ShipmentListing): Promise<string[] | null> {
  const { carrier, destinationCountry, destinationPostcode, reference, trackingNumber, ids, rule } =
    listing.filter;
  const fixed = [carrier, destinationCountry, destinationPostcode, reference, trackingNumber, ids, rule];
  if (!isAboutChanges(listing) || fixed.every((filter) => filter === undefined)) return null;
  const { text, values } = new ListingQuery(listing).candidates(candidatesMax + 1);
  const rows = await queries.query<{ id: string }>(text, values);
  return rows.length > candidatesMax ? null : rows.map((row) => row.id);
}
