import type { ReactNode } from 'react';
import { ourPresent, PresentContext } from '../../ui/time/now.ts';

/** For what people and Milepost itself do: that happens by the real clock, also in a demo. */
export function OurPresent({ children }: { children: ReactNode }) {
  return <PresentContext value={ourPresent}>{children}</PresentContext>;
}
