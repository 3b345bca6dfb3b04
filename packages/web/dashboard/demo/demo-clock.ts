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
  return demoPresent({ toldMs: Date.parse(now), speed, answeredAt, presentMs: present });
}

interface Told {
  toldMs: number;
  speed: number;
  answeredAt: number;
  presentMs: number;
}

/** Where the clock of the demo stands now. Catching up, it never runs ahead of the real one. */
export function demoPresent({ toldMs, speed, answeredAt, presentMs }: Told): number {
  const elapsed = Math.max(0, presentMs - answeredAt);
  return Math.min(toldMs + elapsed * speed, Math.max(toldMs, presentMs));
}
