import type { RawMessage } from '../store/raw-messages.ts';
import type { BatchOutcome } from './index.ts';

/** What the thread of the workers is told. */
export type ToThread = 'wake' | 'stop' | { fresh: readonly RawMessage[] };

/** What it tells. */
export type FromThread = { kind: 'batch'; outcome: BatchOutcome } | { kind: 'failure'; message: string };
