import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import type { RowLayout, RowRange } from '../../ui/table/visible-range.ts';

export { scrollTopFor } from '../../ui/table/visible-range.ts';

const overscan = 6;

/** The same as ui/table/visible-range.ts, by @tanstack/react-virtual, to compare the two. */
export function useVisibleRange(
  box: RefObject<HTMLElement | null>,
  { count, rowHeight, headHeight }: RowLayout,
): RowRange {
  const virtualizer = useVirtualizer({
    count,
    overscan,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    paddingStart: 0,
    scrollPaddingStart: headHeight,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
  });
  const rows = virtualizer.getVirtualItems();
  return {
    first: rows.at(0)?.index ?? 0,
    end: (rows.at(-1)?.index ?? -1) + 1,
    isAtTop: (virtualizer.scrollOffset ?? 0) < rowHeight,
  };
}
