import { facetCountMax, type SavedViewBody, shipmentFilterQuery } from '@milepost/contract';
import { z } from 'zod';
import type { Queries } from '../../../platform/database/database.ts';
import type { Holder } from '../../../platform/http/holder.ts';
import { iso } from '../../../platform/http/present-times.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { searchedFilterOf } from '../list/shipment-filter.ts';
import {
  addSavedView,
  listSavedViews,
  removeSavedView,
  replaceSavedView,
  type SavedViewRow,
  viewsMax,
} from '../store/saved-views.ts';
import { countShipments } from '../store/shipment-count.ts';

export interface ViewRoutesDependencies {
  database: Queries;
  newId(): string;
}

export function serveViews(api: Api, deps: ViewRoutesDependencies): void {
  const { database, newId } = deps;

  serve(api, 'listViews', async ({ holder }) => {
    const rows = await listSavedViews(database, holder.workspaceId, ownerOf(holder));
    const views = [];
    // One after the other: a page of views must not occupy every connection.
    for (const row of rows) views.push({ ...present(row, holder), ...(await countOf(deps, holder, row)) });
    return answer(200, { views });
  });

  serve(api, 'createView', async ({ body, holder }) => {
    const { workspaceId } = holder;
    const row = await addSavedView(database, { ...body, id: newId(), workspaceId, owner: ownerOf(holder) });
    if (!row) throw new Refusal('refused', `You keep ${viewsMax} views already; remove one first.`);
    return answer(201, present(row, holder));
  });

  serve(api, 'replaceView', async ({ body, params, holder }) => {
    const { workspaceId } = holder;
    const view = { ...body, id: params.id, workspaceId, owner: ownerOf(holder) };
    const row = await replaceSavedView(database, view);
    if (!row) throw notFound('view');
    return answer(200, present(row, holder));
  });

  serve(api, 'deleteView', async ({ params, holder }) => {
    const { workspaceId, scopes } = holder;
    // Admins of the workspace may remove shared views of former members.
    const evenShared = scopes.includes('workspaces:write');
    const view = { id: params.id, workspaceId, owner: ownerOf(holder), evenShared };
    if (await removeSavedView(database, view)) return answer(204);
    throw notFound('view');
  });
}

/**
 * Views created by keys belong to all keys of the workspace: a key is replaced, and its views should stay.
 */
function ownerOf({ person }: Holder): string {
  return person === null ? 'keys' : `person ${person.id}`;
}

function present({ owner, createdAt, updatedAt, ...row }: SavedViewRow, holder: Holder): SavedViewBody {
  return { ...row, isOwn: owner === ownerOf(holder), createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}

/** Without `sort`, which does not affect the count. */
const countable = z.object(shipmentFilterQuery.shape);

/** Null where the list does not accept the filters any more, for example those of an earlier version. */
async function countOf(deps: ViewRoutesDependencies, holder: Holder, { query }: SavedViewRow) {
  const parsed = countable.safeParse(query);
  if (!parsed.success) return { count: null, isMore: false };
  try {
    const filter = await searchedFilterOf(deps.database, holder, parsed.data);
    const counted = await countShipments(deps.database, holder.workspaceId, filter, facetCountMax + 1);
    return { count: Math.min(facetCountMax, counted), isMore: counted > facetCountMax };
  } catch (error) {
    if (error instanceof Refusal) return { count: null, isMore: false };
    throw error;
  }
}
