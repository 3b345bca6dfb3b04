import type { Query, QueryClient } from '@tanstack/react-query';

/** What the stream keeps up to date, by the first part of its key. */
const keptUpToDate: ReadonlySet<unknown> = new Set(['shipments', 'overview']);

/**
 * Asks once more for what the stream keeps up to date. What is on its way may have been read before the line was open as well: it is let
 * through, because somebody waits for it, and asked for again behind it.
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
