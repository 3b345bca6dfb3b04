import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';
import { listQueryOf, overviewZone, type ShipmentListFilter } from './initial-queries.ts';

/**
 * All queries of the dashboard. A key starts with the kind of data, so that a change can invalidate
 * everything of that kind: `['shipments', …]`, `['overview']`, `['feeds']`.
 */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call('GET /v1/me', { signal }),
  staleTime: 60_000,
  retry: false,
});

export const firstRunQuery = queryOptions({
  queryKey: ['first-run'],
  queryFn: ({ signal }) => call('GET /v1/first-run', { signal }),
  retry: false,
});

export const shipmentListKey = ['shipments', 'list'];

export function shipmentListQuery(filter: ShipmentListFilter) {
  return infiniteQueryOptions({
    queryKey: [...shipmentListKey, filter],
    queryFn: ({ pageParam, signal }) =>
      call('GET /v1/shipments', { query: listQueryOf(filter, pageParam), signal }),
    // The first page has no cursor. Without the assertion the type of later cursors would be null, too.
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

export const shipmentCountKey = ['shipments', 'count'];

export function shipmentCountQuery({ sort: _, ...filter }: ShipmentListFilter) {
  return queryOptions({
    queryKey: [...shipmentCountKey, filter],
    queryFn: ({ signal }) =>
      call('GET /v1/shipments/count', { query: { ...filter, facets: 'true' }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function historyQuery(id: string) {
  return queryOptions({
    queryKey: ['shipments', 'history', id],
    queryFn: ({ signal }) => call('GET /v1/shipments/{id}/history', { params: { id }, signal }),
  });
}

export function rawMessageQuery(id: string, messageId: string) {
  return queryOptions({
    queryKey: ['raw-message', id, messageId],
    queryFn: ({ signal }) =>
      call('GET /v1/shipments/{id}/messages/{messageId}', { params: { id, messageId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function searchQuery(q: string) {
  return queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => call('GET /v1/search', { query: { q }, signal }),
    placeholderData: keepPreviousData,
    enabled: q.length >= 2,
  });
}

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => call('GET /v1/overview', { query: overviewZone(), signal }),
  refetchInterval: 30_000,
});

export const feedsQuery = queryOptions({
  queryKey: ['feeds'],
  queryFn: ({ signal }) => call('GET /v1/feeds', { signal }),
  refetchInterval: 30_000,
});

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => call('GET /v1/views', { signal }),
});

export const carriersQuery = queryOptions({
  queryKey: ['carriers'],
  queryFn: ({ signal }) => call('GET /v1/carriers', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => call('GET /v1/carrier-accounts', { signal }),
});

export const reviewQuery = queryOptions({
  queryKey: ['review', 'groups'],
  queryFn: ({ signal }) => call('GET /v1/review', { signal }),
  refetchInterval: 30_000,
});

export function reviewEntriesQuery(group: { carrier: string; kind: string; cause: string }) {
  return queryOptions({
    queryKey: ['review', 'entries', group],
    queryFn: ({ signal }) => call('GET /v1/review/entries', { query: { ...group, limit: '20' }, signal }),
  });
}

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => call('GET /v1/keys', { signal }),
});

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => call('GET /v1/people', { signal }),
});

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => call('GET /v1/invitations', { signal }),
});

export const brandQuery = queryOptions({
  queryKey: ['brand'],
  queryFn: ({ signal }) => call('GET /v1/brand', { signal }),
});

/** Only for demo workspaces. Polled more often while the demo loads its history. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => call('GET /v1/demo', { signal }),
  retry: false,
  refetchInterval: ({ state }) => {
    const phase = state.data?.progress.phase;
    if (phase === undefined || phase === 'stopped') return false;
    return phase === 'filling' ? 2_000 : 15_000;
  },
});
