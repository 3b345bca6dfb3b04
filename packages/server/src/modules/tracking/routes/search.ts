import { type SearchResult, searchHitsMax } from '@milepost/contract';
import type { Queries } from '../../../platform/database/database.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { type RankedHit, rankSearchHits } from '../list/rank-search-hits.ts';
import { seesEmail } from '../list/shipment-filter.ts';
import { presentShipment } from '../present/shipment.ts';
import { type FoundShipment, searchShipments } from '../store/shipment-search.ts';

/** More candidates are read than shown, so that the best can be ranked. */
const candidatesMax = 60;

export interface SearchRoutesDependencies {
  database: Queries;
}

export function serveSearch(api: Api, deps: SearchRoutesDependencies): void {
  serve(api, 'search', async ({ query, holder }) => {
    const { workspaceId } = holder;
    const search = { workspaceId, typed: query.q, limit: candidatesMax };
    const found = await searchShipments(deps.database, search);
    const ranked = rankSearchHits(query.q, found, { seesEmail: seesEmail(holder) });
    const groups = groupsOf(ranked.slice(0, searchHitsMax));
    return answer(200, { groups, isMore: ranked.length > searchHitsMax });
  });
}

/** In the order of their best hits. */
function groupsOf(hits: readonly RankedHit<FoundShipment>[]): SearchResult['groups'] {
  return [...Map.groupBy(hits, (hit) => hit.matched)].map(([matched, own]) => ({
    matched,
    hits: own.map(({ value, quality, subject }) => ({ value, quality, shipment: presentShipment(subject) })),
  }));
}
