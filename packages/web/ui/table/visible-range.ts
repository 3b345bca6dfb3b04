import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows of equal height in a scrolling box. */
export interface RowLayout {
  count: number;
  rowHeight: number;
  /** Height of the sticky header above the rows. */
  headHeight: number;
}

/** Height and scroll position of the box. */
type Box = Pick<HTMLElement, 'scrollTop' | 'clientHeight'>;

/** The rendered rows: from `first` up to but not including `end`. */
export interface RowRange {
  first: number;
  end: number;
  isAtTop: boolean;
}

/** Rows rendered above and below the visible ones, so that they exist before they scroll into view. */
const overscan = 6;

/** The rows to render in a box of this height and scroll position, with overscan. */
export function visibleRange(
  { count, rowHeight, headHeight }: RowLayout,
  { scrollTop, clientHeight }: Box,
  extraRows = overscan,
): RowRange {
  const last = Math.ceil((scrollTop + clientHeight - headHeight) / rowHeight);
  const end = Math.max(0, Math.min(count, last + extraRows));
  const first = Math.min(end, Math.max(0, Math.floor(scrollTop / rowHeight) - extraRows));
  return { first, end, isAtTop: scrollTop < rowHeight };
}

/** The next rows to render: unchanged while at least half of the overscan is left on each side. */
export function nextRange(layout: RowLayout, before: RowRange, box: Box): RowRange {
  const least = visibleRange(layout, box, overscan / 2);
  const isEnough = before.first <= least.first && before.end >= least.end && before.end <= layout.count;
  return isEnough && before.isAtTop === least.isAtTop ? before : visibleRange(layout, box);
}

/** The scroll position nearest to the current one at which the row is fully visible. */
export function scrollTopFor({ rowHeight, headHeight }: RowLayout, index: number, box: Box): number {
  const highest = index * rowHeight;
  const lowest = highest + rowHeight + headHeight - box.clientHeight;
  return Math.max(lowest, Math.min(highest, box.scrollTop));
}

/**
 * Tracks the visible rows of a box. Before the box is mounted, it is assumed to be as high as the window.
 * Its real size comes from a ResizeObserver, before the browser paints; reading it earlier would force
 * another layout.
 */
export function useVisibleRange(box: RefObject<HTMLElement | null>, layout: RowLayout): RowRange {
  const { count, rowHeight, headHeight } = layout;
  const [rendered, setRendered] = useState(() =>
    visibleRange(layout, { scrollTop: 0, clientHeight: window.innerHeight }),
  );
  const latest = useRef(rendered);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const update = (render: (range: RowRange) => void): void => {
      const next = nextRange({ count, rowHeight, headHeight }, latest.current, element);
      if (next === latest.current) return;
      latest.current = next;
      render(next);
    };
    // Rendered within the same frame, or fast scrolling would show blank space.
    const updateNow = (): void => update((range) => flushSync(() => setRendered(range)));
    const end = new AbortController();
    element.addEventListener('scroll', updateNow, { passive: true, signal: end.signal });
    const sizes = new ResizeObserver(() => update(setRendered));
    sizes.observe(element);
    return () => {
      end.abort();
      sizes.disconnect();
    };
  }, [box, count, rowHeight, headHeight]);
  // Rows may have been removed since.
  const end = Math.min(rendered.end, count);
  return { ...rendered, first: Math.min(rendered.first, end), end };
}
