import { type RefObject, useEffectEvent, useLayoutEffect, useState } from 'react';

/**
 * Moves the focus into an overlay or panel and restores it on close, so that keyboard users continue where
 * they were. If the focus has moved elsewhere in the meantime, it stays there.
 */
export function useRestoredFocus(
  box: RefObject<HTMLElement | null>,
  { take, release }: { take: () => void; release?: () => void },
): void {
  // Determined during the first render: afterwards the menu that opened it is gone.
  const [returnTarget] = useState(findReturnTarget);
  const takeNow = useEffectEvent(take);
  const releaseNow = useEffectEvent(() => release?.());
  useLayoutEffect(() => {
    const opened = box.current;
    takeNow();
    return () => {
      const holder = document.activeElement;
      const isHeld = holder === null || holder === document.body || opened?.contains(holder) === true;
      releaseNow();
      if (isHeld) returnTarget?.focus({ preventScroll: true });
    };
  }, [box, returnTarget]);
}

/** The focused element or, inside a menu, the menu's button, which remains when the menu closes. */
function findReturnTarget(): HTMLElement | null {
  const holder = document.activeElement;
  const button = holder?.closest('[role=menu]')?.getAttribute('aria-labelledby') ?? null;
  const returnTarget = button === null ? holder : document.getElementById(button);
  return returnTarget instanceof HTMLElement ? returnTarget : null;
}
