import { useCallback, useEffect, useRef, useState } from 'react';
import { useChanges } from '../live/live.tsx';

/** How long changes gather before the list is read again by itself. */
const gatherMs = 5_000;

/**
 * When the order of the list may change: by itself only while nobody is at it, else on demand. What stands in the rows is patched at once
 * in any case; see live.tsx. `isBusy` says that moving rows would take something from under somebody's eyes.
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
    /** Shipments that changed since the list was read; shown only while the list waits. */
    count: waits ? count : 0,
    show,
    hold: () => setHeld(true),
    release: () => setHeld(false),
  };
}
