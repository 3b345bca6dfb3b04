import { useSyncExternalStore } from 'react';

/**
 * Container for overlays: the `main` landmark, so that all content is inside a landmark. A component mounted
 * together with the landmark gets null first and renders again once it exists. Finding it later would move,
 * and thereby close, an open menu.
 */
export function useOverlayContainer(): HTMLElement | null {
  return useSyncExternalStore(subscribe, findLandmark);
}

function findLandmark(): HTMLElement | null {
  return document.querySelector('main');
}

/** The landmark outlives the components in it, so there is nothing to subscribe to. */
function subscribe(): () => void {
  return () => undefined;
}
