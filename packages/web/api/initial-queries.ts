import type { ShipmentListQuery } from './views.ts';

// What pages are begun with is asked by the head start and by the pages themselves, and has to be the same. Nothing is imported here but types.

/** What a list is filtered and sorted by, without what pages it. */
export type ShipmentListFilter = Omit<NonNullable<ShipmentListQuery>, 'cursor' | 'limit'>;

const pageSize = '100';

/** What one page of a list is asked for with; without cursor the first. */
export function listQueryOf(filter: ShipmentListFilter, cursor: string | null = null) {
  return { ...filter, limit: pageSize, ...(cursor === null ? {} : { cursor }) };
}

/** What the figures of the overview are asked for with: its days are those of the viewer. */
export function overviewZone(): { zone: string } {
  return { zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
