import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Lines of one height that stand below each other in a box that scrolls. */
export interface RowLayout {
  count: number;
  lineHeight: number;
  /** Height of what stands above the lines and stays in sight while they move. */
  headHeight: number;
}

/** How high the box is, and how far it has been scrolled. */
type Box = Pick<HTMLElement, 'scrollTop' | 'clientHeight'>;

/** What of the stack is drawn: lines from `first` up to `end`, that one not counted. */
export interface RowRange {
  first: number;
  end: number;
  isAtTop: boolean;
}

/** Drawn above and below what is in sight, so that they are there before they come into it. */
const overscan = 6;

/** The lines to draw in a box of this height that is scrolled this far, with some beyond what is in sight. */
export function visibleRange(
  { count, lineHeight, headHeight }: RowLayout,
  { scrollTop, clientHeight }: Box,
  beyond = overscan,
): RowRange {
  const last = Math.ceil((scrollTop + clientHeight - headHeight) / lineHeight);
  const end = Math.max(0, Math.min(count, last + beyond));
  const first = Math.min(end, Math.max(0, Math.floor(scrollTop / lineHeight) - beyond));
  return { first, end, isAtTop: scrollTop < lineHeight };
}

/** What to draw after what was drawn before: the same for as long as half of what goes beyond is left on each side. */
export function nextRange(stack: RowLayout, before: RowRange, box: Box): RowRange {
  const least = visibleRange(stack, box, overscan / 2);
  const isEnough = before.first <= least.first && before.end >= least.end && before.end <= stack.count;
  return isEnough && before.isAtTop === least.isAtTop ? before : visibleRange(stack, box);
}

/** How far the box has to be scrolled so that the line is in sight, by the shortest way; where it is, if it is. */
export function scrollTopFor({ lineHeight, headHeight }: RowLayout, index: number, box: Box): number {
  const highest = index * lineHeight;
  const lowest = highest + lineHeight + headHeight - box.clientHeight;
  return Math.max(lowest, Math.min(highest, box.scrollTop));
}

/**
 * Follows what is in sight. Before the box is there, it is taken to be as high as the window. The browser tells the size of the box when it
 * has laid it out and before it paints; to ask for it earlier would make it lay out the page once more.
 */
export function useVisibleRange(box: RefObject<HTMLElement | null>, stack: RowLayout): RowRange {
  const { count, lineHeight, headHeight } = stack;
  const [drawn, setDrawn] = useState(() =>
    visibleRange(stack, { scrollTop: 0, clientHeight: window.innerHeight }),
  );
  const latest = useRef(drawn);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = (draw: (sight: RowRange) => void): void => {
      const next = nextRange({ count, lineHeight, headHeight }, latest.current, element);
      if (next === latest.current) return;
      latest.current = next;
      draw(next);
    };
    // Drawn within the same frame, or who scrolls fast would see the empty ground.
    const lookAtOnce = (): void => look((sight) => flushSync(() => setDrawn(sight)));
    const end = new AbortController();
    element.addEventListener('scroll', lookAtOnce, { passive: true, signal: end.signal });
    const sizes = new ResizeObserver(() => look(setDrawn));
    sizes.observe(element);
    return () => {
      end.abort();
      sizes.disconnect();
    };
  }, [box, count, lineHeight, headHeight]);
  // Lines may have gone since.
  const end = Math.min(drawn.end, count);
  return { ...drawn, first: Math.min(drawn.first, end), end };
}
