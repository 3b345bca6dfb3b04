import { createContext, useContext, useSyncExternalStore } from 'react';

const tickMs = 15_000;
let now = Date.now();
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const notify of watchers) notify();
  }, tickMs);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

export function realTime(realMs: number): number {
  return realMs;
}

/** What the present is in the world that is looked at, by the real one: a simulated world may have another. */
export const ClockContext = createContext<(realMs: number) => number>(realTime);

/** The present in milliseconds, the same for everything on the screen, moving on every 15 seconds. */
export function useNow(): number {
  const clockOf = useContext(ClockContext);
  return clockOf(useSyncExternalStore(watch, () => now));
}

/** The zone of whoever looks. */
export const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
