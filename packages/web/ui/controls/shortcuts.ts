import { useEffect, useRef } from 'react';

/** What a key does, by its name as in KeyboardEvent.key; `mod+k` stands for Ctrl or Command with K. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** What is written on the key that `mod` stands for. */
export const modKey = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl';

/** Keys that work anywhere on the page, except while somebody types or a dialogue or menu is open. `mod+` works even then. */
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
