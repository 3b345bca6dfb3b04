import type { ShipmentListQuery, ShipmentSort } from '@milepost/contract';
import { normaliseTrackingNumber } from '@milepost/domain';
import { z } from 'zod';
import type { ShipmentListing, ShipmentOrder } from '../../store/listing-query.ts';
import { type ListedShipment, listShipments } from '../../store/shipment-list.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { presentShipment } from '../present/shipment.ts';
import { Refusal } from '../refusal.ts';
import { answer, type Served, serve } from '../serve.ts';

const orders: Readonly<Record<ShipmentSort, { order: ShipmentOrder; newestFirst: boolean }>> = {
  '-updatedAt': { order: 'updated', newestFirst: true },
  '-createdAt': { order: 'created', newestFirst: true },
  createdAt: { order: 'created', newestFirst: false },
  '-despatchDate': { order: 'despatch', newestFirst: true },
  despatchDate: { order: 'despatch', newestFirst: false },
};

/** The value sorted by is PostgreSQL's own text of it, because a JavaScript number lacks its microseconds. */
const sortValueForms: Readonly<Record<ShipmentOrder, RegExp>> = {
  updated: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/,
  created: /^$/,
  despatch: /^\d{4}-\d\d-\d\d$/,
};

export function serveShipmentList(served: Served): void {
  const { database } = served.deps;

  serve(served, 'listShipments', async ({ query, holder }) => {
    const { cursor, limit, ...filterAndSort } = query;
    const sort = sortOf(query);
    const listing = listingOf(query, sort, holder.workspaceId);
    const list = { ...filterAndSort, sort };
    const place = z.object({ value: z.string().regex(sortValueForms[listing.order]), id: z.guid() });
    const after = readCursor(cursor, list, place);
    // One more than asked for tells whether there is a next page.
    const rows = await listShipments(database, { ...listing, after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const nextCursor = rows.length > limit ? cursorBehind(shown.at(-1), list) : null;
    return answer(200, { shipments: shown.map(presentShipment), nextCursor });
  });
}

function cursorBehind(last: ListedShipment | undefined, list: unknown): string | null {
  return last ? writeCursor(list, { value: last.sortValue, id: last.id }) : null;
}

function sortOf({ sort, despatchedFrom, despatchedTo }: ShipmentListQuery): ShipmentSort {
  const hasRange = despatchedFrom !== undefined || despatchedTo !== undefined;
  if (sort === undefined) return hasRange ? '-despatchDate' : '-updatedAt';
  if (!hasRange || orders[sort].order === 'despatch') return sort;
  throw new Refusal(
    'unsupported_combination',
    'A list with despatchedFrom or despatchedTo is sorted by despatchDate or -despatchDate.',
    { errors: [{ pointer: '?sort', detail: 'Must be despatchDate or -despatchDate here.' }] },
  );
}

function listingOf(
  query: ShipmentListQuery,
  sort: ShipmentSort,
  workspaceId: string,
): Omit<ShipmentListing, 'after' | 'limit'> {
  const { trackingNumber } = query;
  const filter = {
    carrier: query.carrier,
    milestone: query.milestone,
    reference: query.reference,
    trackingNumber: trackingNumber === undefined ? undefined : normaliseTrackingNumber(trackingNumber),
    destinationCountry: query.destinationCountry,
    destinationPostcode: query.destinationPostcode,
    despatchedFrom: query.despatchedFrom,
    despatchedTo: query.despatchedTo,
    exception: query.exception,
  };
  return { workspaceId, filter, ...orders[sort] };
}
