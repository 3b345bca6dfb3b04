import type { BatchOutcome } from './index.ts';

/** What the thread of the workers is told. */
export type ToThread = 'wake' | 'stop';

/** What it tells. */
export type FromThread = { kind: 'batch'; outcome: BatchOutcome } | { kind: 'failure'; message: string };
