import { useEffect, useState } from 'react';
import type { DemoView } from '../../api/views.ts';

const tickMs = 1_000;

/** Simulated time in milliseconds, extrapolated between two responses of the server. */
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

/** Simulated time now. While the demo catches up, its clock never passes the real one. */
export function demoTime({ reportedMs, speed, answeredAt, presentMs }: DemoClockState): number {
  const elapsed = Math.max(0, presentMs - answeredAt);
  return Math.min(reportedMs + elapsed * speed, Math.max(reportedMs, presentMs));
}
