import { countMax, facetCountMax, type ShipmentSort } from '@milepost/contract';
import { milestoneNames } from '@milepost/domain';
import { z } from 'zod';
import type { Queries } from '../../../platform/database/database.ts';
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { orders, searchedFilterOf, sortOf } from '../list/shipment-filter.ts';
import { presentShipment } from '../present/shipment.ts';
import { carriersOf, countFacet, countShipments } from '../store/shipment-count.ts';
import { type ListedShipment, listShipments } from '../store/shipment-list.ts';
import type { ShipmentFilter, ShipmentOrder } from '../store/shipment-listing.ts';

const instantForm = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/;

/** The sort value is PostgreSQL's text of it, because a JavaScript number lacks its microseconds. */
const sortValueForms: Readonly<Record<ShipmentOrder, RegExp>> = {
  updated: instantForm,
  created: /^$/,
  despatch: /^\d{4}-\d\d-\d\d$/,
  due: new RegExp(`${instantForm.source}|^infinity$`),
  delivered: instantForm,
};

export interface ShipmentListDependencies {
  database: Queries;
}

export function serveShipmentList(api: Api, deps: ShipmentListDependencies): void {
  const { database } = deps;

  serve(api, 'listShipments', async ({ query, holder }) => {
    const { cursor, limit, ...filterAndSort } = query;
    const sort = sortOf(query);
    const list = { ...filterAndSort, sort };
    const after = readCursor(cursor, list, placeIn(sort));
    const filter = await searchedFilterOf(database, holder, query);
    const listing = { workspaceId: holder.workspaceId, filter, ...orders[sort], after };
    // One row more than requested shows whether there is a next page.
    const rows = await listShipments(database, { ...listing, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const nextCursor = rows.length > limit ? cursorBehind(shown.at(-1), list) : null;
    return answer(200, { shipments: shown.map(presentShipment), nextCursor });
  });

  serve(api, 'countShipments', async ({ query, holder }) => {
    const { workspaceId } = holder;
    const filter = await searchedFilterOf(database, holder, query);
    const total = cappedAt(countMax, await countShipments(database, workspaceId, filter, countMax + 1));
    if (!query.facets) return answer(200, { ...total, milestones: null, carriers: null });
    const [milestones, carriers] = await facetsOf(api, workspaceId, filter);
    return answer(200, { ...total, milestones, carriers });
  });
}

function facetsOf({ database }: ShipmentListDependencies, workspaceId: string, filter: ShipmentFilter) {
  const base = { workspaceId, filter, limit: facetCountMax + 1 };
  const shown = (rows: readonly { value: string; count: number }[]) =>
    rows.map(({ value, count }) => ({ value, ...cappedAt(facetCountMax, count) }));
  return Promise.all([
    countFacet(database, base, 'milestone', milestoneNames).then(shown),
    carriersOf(database, workspaceId)
      .then((carriers) => countFacet(database, base, 'carrier', carriers))
      .then(shown),
  ]);
}

/** Counted up to one beyond the most that is shown. */
function cappedAt(max: number, counted: number): { count: number; isMore: boolean } {
  return { count: Math.min(max, counted), isMore: counted > max };
}

function placeIn(sort: ShipmentSort) {
  return z.object({ value: z.string().regex(sortValueForms[orders[sort].order]), id: z.guid() });
}

function cursorBehind(last: ListedShipment | undefined, list: unknown): string | null {
  return last ? writeCursor(list, { value: last.sortValue, id: last.id }) : null;
}
