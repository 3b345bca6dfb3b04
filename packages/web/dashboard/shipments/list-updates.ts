import { useCallback, useEffect, useRef, useState } from 'react';
import { useChanges } from '../live/live.tsx';

/** Delay before the list is refetched after a change. */
const gatherMs = 5_000;

/**
 * Decides when the order of the list may change: automatically while the user is not working in it, otherwise
 * on request. Changed rows are updated in place in any case, see live.tsx. `isBusy`: moving rows would
 * disturb the user.
 */
export function useListUpdates(refetch: () => unknown, isBusy: boolean) {
  const changed = useRef(new Set<string>());
  const [count, setCount] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  useChanges(
    useCallback((changes) => {
      for (const id of changes.keys()) changed.current.add(id);
      setCount(changed.current.size);
    }, []),
  );
  const show = useCallback(() => {
    changed.current.clear();
    setCount(0);
    latest.current();
  }, []);
  const waits = isHeld || isBusy;
  const hasNews = count > 0;
  useEffect(() => {
    if (!hasNews || waits) return;
    const timer = setTimeout(show, gatherMs);
    return () => clearTimeout(timer);
  }, [hasNews, waits, show]);
  return {
    /** Number of shipments changed since the last fetch, 0 while the list refreshes by itself. */
    count: waits ? count : 0,
    show,
    hold: () => setHeld(true),
    release: () => setHeld(false),
  };
}
