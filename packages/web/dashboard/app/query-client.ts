import { QueryCache, QueryClient } from '@tanstack/react-query';
import { asProblem, isTransient } from '../../api/problem-error.ts';

/** A refusal stays a refusal; only what did not get through is asked again. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  return failures < 3 && isTransient(asProblem(error));
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // The session has ended while the page was open. Asking who is signed in is how the entrance finds out.
      if (asProblem(error).status !== 401 || query.queryKey[0] === 'me') return;
      const { pathname, search } = window.location;
      window.location.assign(`/app/login?${new URLSearchParams({ next: pathname + search })}`);
    },
  }),
  defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 5_000 } },
});
