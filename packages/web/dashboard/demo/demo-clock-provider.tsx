import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { demoQuery } from '../../api/queries.ts';
import { ClockContext, realTime } from '../../ui/time/now.ts';
import { demoTime } from './demo-clock.ts';

/** Relative times in a demo use the simulated clock, the same that the demo bar shows. */
export function DemoClockProvider({ children }: { children: ReactNode }) {
  const { data, dataUpdatedAt: answeredAt } = useQuery(demoQuery);
  const clockOf = useMemo(() => {
    if (data === undefined || data.progress.phase === 'stopped') return realTime;
    const { now, speed } = data.clock;
    return (presentMs: number) => demoTime({ reportedMs: Date.parse(now), speed, answeredAt, presentMs });
  }, [data, answeredAt]);
  return <ClockContext value={clockOf}>{children}</ClockContext>;
}
