import type { Queries } from '../../../platform/database/database.ts';
import { isAboutChanges, ListingQuery, type ShipmentListing } from './listing-query.ts';
import { type ShipmentRecord, type StoredShipment, unpackShipments } from './shipment-read.ts';

export interface ListedShipment extends ShipmentRecord {
  /** The sort value of the row, for the cursor; empty when the list is sorted by id only. */
  sortValue: string;
}

/**
 * With more matches, reading in the order of the list finds enough of them; with fewer, reading all matches
 * and sorting them is faster.
 */
const candidatesMax = 5_000;

/** One page of shipments, for every filter and sort order that stays fast with a million shipments. */
export async function listShipments(queries: Queries, listing: ShipmentListing): Promise<ListedShipment[]> {
  const among = await fewCandidates(queries, listing);
  if (among?.length === 0) return [];
  const query = new ListingQuery(listing);
  const { sql, values } = among === null ? query.page() : query.pageAmong(among);
  return unpackShipments(await queries.query<StoredShipment<ListedShipment>>(sql, values));
}

/**
 * When events decide the order and there are other filters, the number of matches decides how to read: all
 * matches, or in the order of the list. The planner's estimate was wrong by two orders of magnitude, so the
 * matches are counted, up to a limit. Null: many, or not needed.
 */
export async function fewCandidates(queries: Queries, listing: ShipmentListing): Promise<string[] | null> {
  const { carrier, destinationCountry, destinationPostcode, reference, trackingNumber, ids, rule } =
    listing.filter;
  const fixed = [carrier, destinationCountry, destinationPostcode, reference, trackingNumber, ids, rule];
  if (!isAboutChanges(listing) || fixed.every((filter) => filter === undefined)) return null;
  const { sql, values } = new ListingQuery(listing).candidates(candidatesMax + 1);
  const rows = await queries.query<{ id: string }>(sql, values);
  return rows.length > candidatesMax ? null : rows.map((row) => row.id);
}
