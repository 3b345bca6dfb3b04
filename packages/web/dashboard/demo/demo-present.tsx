import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { demoQuery } from '../../api/queries.ts';
import { ourPresent, PresentContext } from '../../ui/time/now.ts';
import { demoPresent } from './demo-clock.ts';

/** Times of a demo are told by the clock of its world, as its bar shows it: what has just happened there is now. */
export function DemoPresent({ children }: { children: ReactNode }) {
  const { data, dataUpdatedAt: answeredAt } = useQuery(demoQuery);
  const presentOf = useMemo(() => {
    if (data === undefined || data.progress.phase === 'stopped') return ourPresent;
    const { now, speed } = data.clock;
    return (presentMs: number) => demoPresent({ toldMs: Date.parse(now), speed, answeredAt, presentMs });
  }, [data, answeredAt]);
  return <PresentContext value={presentOf}>{children}</PresentContext>;
}
