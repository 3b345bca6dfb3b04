import { selectWorkspace } from '../../api/call.ts';

const storageKey = 'milepost.workspace';

/** From now on everything speaks of this workspace; the page is begun anew, so that nothing of the other one is left on it. */
export function switchWorkspace(id: string): void {
  window.localStorage.setItem(storageKey, id);
  window.location.assign('/app/');
}

/** Speaks of the workspace that was worked in last on this device. */
export function adoptWorkspace(): void {
  selectWorkspace(window.localStorage.getItem(storageKey));
}

export function forgetWorkspace(): void {
  window.localStorage.removeItem(storageKey);
  selectWorkspace(null);
}
