import type { ShipmentListQuery } from './views.ts';

// Queries that early-requests.ts and the pages send alike, so that the pages find the early responses. Only
// types are imported here, to keep the first file small.

/** Filters and sort order of a list, without paging. */
export type ShipmentListFilter = Omit<NonNullable<ShipmentListQuery>, 'cursor' | 'limit'>;

const pageSize = '100';

/** Query for one page of a list. Without a cursor it is the first page. */
export function listQueryOf(filter: ShipmentListFilter, cursor: string | null = null) {
  return { ...filter, limit: pageSize, ...(cursor === null ? {} : { cursor }) };
}

/** The overview counts by days in the viewer's time zone. */
export function overviewZone(): { zone: string } {
  return { zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
