import type { Query, QueryClient } from '@tanstack/react-query';

/** First key part of queries that the stream keeps up to date. */
const keptUpToDate: ReadonlySet<unknown> = new Set(['shipments', 'overview']);

/**
 * Refetches all queries that the stream keeps up to date. A request in flight may have been answered before
 * the stream was open, so it is refetched when it has finished, not cancelled: the user is waiting for it.
 */
export function refetchLiveQueries(client: QueryClient): void {
  const queries = client
    .getQueryCache()
    .findAll({ predicate: ({ queryKey }) => keptUpToDate.has(queryKey[0]) });
  for (const query of queries) void refetchAfter(client, query);
}

async function refetchAfter(client: QueryClient, query: Query): Promise<void> {
  await query.promise?.catch(() => undefined);
  await client.invalidateQueries({ predicate: (candidate) => candidate === query });
}
