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

/** Maps real time to the displayed time, which differs in a demo. */
export const ClockContext = createContext<(realMs: number) => number>(realTime);

/** Current time in milliseconds, the same for the whole screen, updated every 15 seconds. */
export function useNow(): number {
  const clockOf = useContext(ClockContext);
  return clockOf(useSyncExternalStore(watch, () => now));
}

/** Time zone of the viewer. */
export const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
