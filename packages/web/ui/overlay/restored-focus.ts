import { type RefObject, useEffectEvent, useLayoutEffect, useState } from 'react';

/**
 * Takes the focus for what opens over or beside the page, and gives it back when that goes, so that whoever works by keyboard goes on
 * where they were. Who has gone elsewhere meanwhile is left there.
 */
export function useRestoredFocus(
  box: RefObject<HTMLElement | null>,
  { take, release }: { take: () => void; release?: () => void },
): void {
  // Asked for while it is drawn for the first time: a moment later the menu from which it was chosen is gone.
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

/** What has the focus, or the button of the menu in which it is: that stays when the menu goes. */
function findReturnTarget(): HTMLElement | null {
  const holder = document.activeElement;
  const button = holder?.closest('[role=menu]')?.getAttribute('aria-labelledby') ?? null;
  const returnTarget = button === null ? holder : document.getElementById(button);
  return returnTarget instanceof HTMLElement ? returnTarget : null;
}
