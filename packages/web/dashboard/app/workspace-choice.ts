import { selectWorkspace } from '../../api/call.ts';

const storageKey = 'milepost.workspace';

/** Stores the choice and reloads, so that no data of the previous workspace stays on the page. */
export function switchWorkspace(id: string): void {
  window.localStorage.setItem(storageKey, id);
  window.location.assign('/app/');
}

/** Uses the workspace used last on this device. */
export function adoptWorkspace(): void {
  selectWorkspace(window.localStorage.getItem(storageKey));
}

export function forgetWorkspace(): void {
  window.localStorage.removeItem(storageKey);
  selectWorkspace(null);
}
