import { useSuspenseQuery } from '@tanstack/react-query';
import { speakOfWorkspace } from '../api/call.ts';
import { meQuery } from '../api/queries.ts';
import type { MeView, Scope } from '../api/views.ts';

/** Whoever is signed in. Only below a page that has made sure that somebody is. */
export function useMe(): MeView {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the person may do this here. The server decides by the same table; this only hides what would be refused. */
export function useMay(scope: Scope): boolean {
  return useMe().current?.scopes.includes(scope) === true;
}

const storageKey = 'milepost.workspace';

/** From now on everything speaks of this workspace; the page is begun anew, so that nothing of the other one is left on it. */
export function switchWorkspace(id: string): void {
  window.localStorage.setItem(storageKey, id);
  window.location.assign('/app/');
}

/** Speaks of the workspace that was worked in last on this device. */
export function adoptWorkspace(): void {
  speakOfWorkspace(window.localStorage.getItem(storageKey));
}

export function forgetWorkspace(): void {
  window.localStorage.removeItem(storageKey);
  speakOfWorkspace(null);
}
