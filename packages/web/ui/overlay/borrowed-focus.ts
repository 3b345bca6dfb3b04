import { type RefObject, useEffectEvent, useLayoutEffect, useState } from 'react';

/**
 * Takes the focus for what opens over or beside the page, and gives it back when that goes, so that whoever works by keyboard goes on
 * where they were. Who has gone elsewhere meanwhile is left there.
 */
export function useBorrowedFocus(
  box: RefObject<HTMLElement | null>,
  { take, release }: { take: () => void; release?: () => void },
): void {
  // Asked for while it is drawn for the first time: a moment later the menu from which it was chosen is gone.
  const [lender] = useState(findLender);
  const takeNow = useEffectEvent(take);
  const releaseNow = useEffectEvent(() => release?.());
  useLayoutEffect(() => {
    const opened = box.current;
    takeNow();
    return () => {
      const holder = document.activeElement;
      const isHeld = holder === null || holder === document.body || opened?.contains(holder) === true;
      releaseNow();
      if (isHeld) lender?.focus({ preventScroll: true });
    };
  }, [box, lender]);
}

/** What has the focus, or the button of the menu in which it is: that stays when the menu goes. */
function findLender(): HTMLElement | null {
  const holder = document.activeElement;
  const button = holder?.closest('[role=menu]')?.getAttribute('aria-labelledby') ?? null;
  const lender = button === null ? holder : document.getElementById(button);
  return lender instanceof HTMLElement ? lender : null;
}
