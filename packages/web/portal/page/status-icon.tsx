import type { ReactNode } from 'react';
import type { Progress } from '../progress.ts';

type Tone = Progress['tone'];

/** Paths on a 24 × 24 grid. */
const paths: Readonly<Record<Tone, string>> = {
  waiting: 'M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0',
  moving: 'M12 3 4 7v10l8 4 8-4V7zM4 7l8 4 8-4M12 11v10',
  driver:
    'M3 6h11v10H3zM14 10h4l3 3v3h-7zM9 17.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0M19 17.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0',
  pickup: 'M4 10v10h16V10M3 10l2-6h14l2 6zM10 20v-6h4v6',
  done: 'm5 13 4.5 4.5L19 7',
  trouble: 'M12 8v5M12 16.5v.01M12 3 2.5 20h19z',
  stopped: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
};

/** The icon of a status. Decorative: the headline has the same information. */
export function StatusIcon({ tone }: { tone: Tone }): ReactNode {
  return (
    <svg className="status-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[tone]} />
    </svg>
  );
}
