import { useSyncExternalStore } from 'react';

/**
 * Where what opens over the page is put: within its landmark, so that it does not stand outside of everything for a screen reader.
 * A part that is drawn together with its landmark finds none yet and is drawn again with it, before anybody can have opened
 * anything: found later, the place would move under an open menu, which closes it.
 */
export function useOverlayContainer(): HTMLElement | null {
  return useSyncExternalStore(subscribe, findLandmark);
}

function findLandmark(): HTMLElement | null {
  return document.querySelector('main');
}

/** A landmark stays as long as what is drawn in it. */
function subscribe(): () => void {
  return () => undefined;
}
