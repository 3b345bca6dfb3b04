import { useEffect, useRef } from 'react';

/** Action by key, named as in KeyboardEvent.key. `mod+k` is Ctrl or Command with K. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Label of the `mod` key. */
export const modKey = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl';

/**
 * Page-wide shortcuts, disabled in text fields and while a dialog or menu is open. `mod+` shortcuts always
 * work.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const act = (event: KeyboardEvent): void => {
      const withMod = event.metaKey || event.ctrlKey;
      if (event.defaultPrevented || event.altKey || (!withMod && isOccupied(event.target))) return;
      const run = current.current[withMod ? `mod+${event.key.toLowerCase()}` : event.key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, []);
}

function isOccupied(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.closest(
      'input:not([type=checkbox]), textarea, select, dialog, [role=menu], [contenteditable=true]',
    ) !== null
  );
}
