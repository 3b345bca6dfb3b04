import { useEffect, useState } from 'react';
import type { DemoView } from '../../api/views.ts';

const tickMs = 1_000;

/** The present of the demo in milliseconds, moving on by itself between two answers of the server. */
export function useDemoClock({ now, speed }: DemoView['clock'], answeredAt: number): number {
  const [present, setPresent] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setPresent(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return demoTime({ reportedMs: Date.parse(now), speed, answeredAt, presentMs: present });
}

interface DemoClockState {
  reportedMs: number;
  speed: number;
  answeredAt: number;
  presentMs: number;
}

/** Where the clock of the demo stands now. Catching up, it never runs ahead of the real one. */
export function demoTime({ reportedMs, speed, answeredAt, presentMs }: DemoClockState): number {
  const elapsed = Math.max(0, presentMs - answeredAt);
  return Math.min(reportedMs + elapsed * speed, Math.max(reportedMs, presentMs));
}
