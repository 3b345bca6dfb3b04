/** What a list of shipments is asked for: its filter, its order and where the page starts. */
export interface ShipmentFilter {
  /** Only these shipments; the result of a search. */
  ids?: readonly string[] | undefined;
  carrier?: string | undefined;
  /** Any of them. */
  milestones?: readonly string[] | undefined;
  reference?: string | undefined;
  /** In the stored form. */
  trackingNumber?: string | undefined;
  destinationCountry?: string | undefined;
  /** First characters of the postcode. */
  destinationPostcode?: string | undefined;
  /** ISO dates, both included. */
  despatchedFrom?: string | undefined;
  despatchedTo?: string | undefined;
  exception?: boolean | undefined;
  /** A rule with an open exception. */
  rule?: string | undefined;
  /** Under way, without an event on this day (ISO date, UTC) or later. */
  notMovedSince?: string | undefined;
  /** Under way, with a promised or else an estimated delivery in this range (ISO 8601 instants). */
  dueFrom?: string | undefined;
  dueBefore?: string | undefined;
  /** ISO 8601 instants. */
  deliveredFrom?: string | undefined;
  deliveredBefore?: string | undefined;
}

export type ShipmentOrder = 'updated' | 'created' | 'despatch' | 'due' | 'delivered';

/**
 * The routes guarantee these combinations: a despatch range only in despatch order, a delivery range only in
 * delivery order, and filters on due dates or missing movement only in due or creation order.
 */
export interface ShipmentListing {
  workspaceId: string;
  filter: ShipmentFilter;
  order: ShipmentOrder;
  newestFirst: boolean;
  /** The page starts after this row. */
  after: SortKey | null;
  limit: number;
}

/** Position of a row in the order: the sort value (empty when rows are sorted by id alone) and the id. */
export interface SortKey {
  value: string;
  id: string;
}

type Request = Pick<ShipmentListing, 'order' | 'filter'>;

/**
 * Whether filter or order use columns that events change. "Without an exception" does not count, because
 * it is true for nearly every shipment.
 */
export function isAboutChanges(request: Request): boolean {
  const { order, filter } = request;
  if (isUnderWayOnly(request)) return false;
  if (order === 'updated' || order === 'delivered') return true;
  return filter.milestones !== undefined || filter.exception === true || hasDelivery(filter);
}

/** Whether only shipments that are under way are asked for. */
export function isUnderWayOnly({ order, filter }: Request): boolean {
  const { dueFrom, dueBefore, notMovedSince } = filter;
  return order === 'due' || dueFrom !== undefined || dueBefore !== undefined || notMovedSince !== undefined;
}

function hasDelivery({ deliveredFrom, deliveredBefore }: ShipmentFilter): boolean {
  return deliveredFrom !== undefined || deliveredBefore !== undefined;
}
