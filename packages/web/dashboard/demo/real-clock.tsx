import type { ReactNode } from 'react';
import { ClockContext, realTime } from '../../ui/time/now.ts';

/** Shows relative times by the real clock, also in a demo: for actions of users and of Milepost itself. */
export function RealClock({ children }: { children: ReactNode }) {
  return <ClockContext value={realTime}>{children}</ClockContext>;
}
