import type { ReactNode } from 'react';
import { ClockContext, realTime } from '../../ui/time/now.ts';

/** For what people and Milepost itself do: that happens by the real clock, also in a demo. */
export function RealClock({ children }: { children: ReactNode }) {
  return <ClockContext value={realTime}>{children}</ClockContext>;
}
