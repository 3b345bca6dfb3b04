import { Readable } from 'node:stream';
import { countMax, type ShipmentSort, type ShipmentView } from '@milepost/contract';
import type { Queries } from '../../../platform/database/database.ts';
import { whenClosed } from '../../../platform/http/active-streams.ts';
import { conceal } from '../../../platform/http/conceal.ts';
import { type Api, type Call, serveRaw } from '../../../platform/http/serve.ts';
import { csvHeader, csvLines } from '../list/csv-export.ts';
import { orders, searchedFilterOf, sortOf } from '../list/shipment-filter.ts';
import { presentShipment } from '../present/shipment.ts';
import { countShipments } from '../store/shipment-count.ts';
import { type ListedShipment, listShipments } from '../store/shipment-list.ts';
import type { ShipmentListing } from '../store/shipment-listing.ts';

type ExportCall = Call<'exportShipments'>;
type Listing = Omit<ShipmentListing, 'after'>;

const rowsMax = 500;

export interface ShipmentExportDependencies {
  database: Queries;
  now(): number;
}

/**
 * The filtered set as a file, page by page: each is read after the client has consumed the previous one, so
 * that memory holds one page whatever the size.
 */
export function serveShipmentExport(api: Api, deps: ShipmentExportDependencies): void {
  const { database, now } = deps;

  serveRaw(api, 'exportShipments', async (call) => {
    const { query, holder, reply } = call;
    const { order, newestFirst } = orders[exportSort(query)];
    const { workspaceId } = holder;
    const filter = await searchedFilterOf(database, holder, query);
    const listing: Listing = { workspaceId, filter, order, newestFirst, limit: rowsMax };
    const counted = await countShipments(database, workspaceId, filter, countMax + 1);
    // The first page is read before the response starts, so that a database failure can still set the status.
    const first = await listShipments(database, { ...listing, after: null });
    const abort = new AbortController();
    // Destroyed, not ended, so that no client takes a part for the whole.
    const forget = api.streams.add(() => reply.raw.destroy());
    whenClosed(reply.raw, () => {
      forget();
      abort.abort();
    });
    const day = new Date(now()).toISOString().slice(0, 10);
    return reply
      .type(query.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8')
      .header('content-disposition', `attachment; filename="shipments-${day}.${query.format}"`)
      .header('x-total-count', counted > countMax ? `${countMax}+` : String(counted))
      .send(
        Readable.from(textOf(deps, call, { listing, first, signal: abort.signal }), { objectMode: false }),
      );
  });
}

/**
 * Ordered by registration, each row appears exactly once whatever changes meanwhile; ordered by last change,
 * a row that changes appears again.
 */
function exportSort(query: ExportCall['query']): ShipmentSort {
  const sort = sortOf(query);
  return query.sort === undefined && sort === '-updatedAt' ? '-createdAt' : sort;
}

interface Reading {
  listing: Listing;
  first: ListedShipment[];
  signal: AbortSignal;
}

async function* textOf(
  { database }: ShipmentExportDependencies,
  { query, holder }: ExportCall,
  { listing, first, signal }: Reading,
): AsyncGenerator<string> {
  const linesOf = query.format === 'csv' ? csvLines : jsonLines;
  if (query.format === 'csv') yield csvHeader;
  let page = first;
  while (!signal.aborted) {
    if (page.length > 0) {
      yield linesOf(page.map((row) => conceal(presentShipment(row), holder.hiddenFields)));
    }
    const last = page.at(-1);
    if (page.length < rowsMax || !last) return;
    page = await listShipments(database, { ...listing, after: { value: last.sortValue, id: last.id } });
  }
}

function jsonLines(shipments: readonly ShipmentView[]): string {
  return shipments.map((shipment) => `${JSON.stringify(shipment)}\n`).join('');
}
