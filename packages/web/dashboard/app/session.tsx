import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../../api/queries.ts';
import type { MeView, Scope } from '../../api/views.ts';

/** The signed-in user. Only for routes below `inside`, which have loaded it. */
export function useMe(): MeView {
  return useSuspenseQuery(meQuery).data;
}

/**
 * Whether the user has the scope in this workspace. The server enforces it; this only hides what would be
 * refused.
 */
export function useHasScope(scope: Scope): boolean {
  return useMe().current?.scopes.includes(scope) === true;
}
