import { useCallback, useEffect, useRef, useState } from 'react';
import { useChanges } from '../live.tsx';

/** How long changes gather before the list is read again by itself. */
const gatherMs = 5_000;

/**
 * When the order of the list may change: by itself only while nobody points at it, else on demand. What stands in the rows is patched at
 * once in any case; see live.tsx.
 */
export function useListNews(refetch: () => unknown) {
  const [count, setCount] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  useChanges(useCallback(() => setCount((before) => before + 1), []));
  const show = useCallback(() => {
    setCount(0);
    latest.current();
  }, []);
  const hasNews = count > 0;
  useEffect(() => {
    if (!hasNews || isHeld) return;
    const timer = setTimeout(show, gatherMs);
    return () => clearTimeout(timer);
  }, [hasNews, isHeld, show]);
  return {
    /** Changes since the list was read; shown only to who holds it. */
    count: isHeld ? count : 0,
    show,
    hold: () => setHeld(true),
    release: () => setHeld(false),
  };
}
