import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../../api/queries.ts';
import type { MeView, Scope } from '../../api/views.ts';

/** Whoever is signed in. Only below a page that has made sure that somebody is. */
export function useMe(): MeView {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the person may do this here. The server decides by the same table; this only hides what would be refused. */
export function useHasScope(scope: Scope): boolean {
  return useMe().current?.scopes.includes(scope) === true;
}
