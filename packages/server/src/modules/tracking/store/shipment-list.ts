import type { Queries } from '../../../platform/database/database.ts';
import { isAboutChanges, ListingQuery, type ShipmentListing } from './listing-query.ts';
import { type ShipmentRecord, type StoredShipment, unpackShipments } from './shipment-read.ts';

export interface ListedShipment extends ShipmentRecord {
  /** What the row was sorted by, for the cursor; empty where that is the id alone. */
  sortValue: string;
}

/**
 * Above this many, walking through the order meets enough that fit; below, fetching all that fit and sorting
 * them is quicker.
 */
const candidatesMax = 5_000;

/** One page of shipments, by any filter and sort that stays fast with a million of them. */
export async function listShipments(queries: Queries, listing: ShipmentListing): Promise<ListedShipment[]> {
  const among = await fewCandidates(queries, listing);
  if (among?.length === 0) return [];
  const query = new ListingQuery(listing);
  const { sql, values } = among === null ? query.page() : query.pageAmong(among);
  return unpackShipments(await queries.query<StoredShipment<ListedShipment>>(sql, values));
}

/**
 * Where events decide the order and something else is asked for too, how many fit decides how to read: gather
 * them, or walk through the order. The planner's guess at that has been wrong by two orders of magnitude, so
 * we count, up to a limit. Null: many, or no need to know.
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
