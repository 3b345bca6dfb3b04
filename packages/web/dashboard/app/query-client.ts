import { QueryCache, QueryClient } from '@tanstack/react-query';
import { asProblem, isTransient } from '../../api/problem-error.ts';

/** Retries only transient failures. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  return failures < 3 && isTransient(asProblem(error));
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // The session ended while the page was open. The query for the current user handles its own 401, see
      // router.tsx.
      if (asProblem(error).status !== 401 || query.queryKey[0] === 'me') return;
      const { pathname, search } = window.location;
      window.location.assign(`/app/login?${new URLSearchParams({ next: pathname + search })}`);
    },
  }),
  defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 5_000 } },
});
