import type { RawMessage } from '../../ingestion/index.ts';
import type { BatchOutcome } from '../pipeline/run-batch.ts';

/** Messages to the worker thread. */
export type ToThread = 'wake' | 'stop' | { fresh: readonly RawMessage[] };

/** Messages from the worker thread. */
export type FromThread = { kind: 'batch'; outcome: BatchOutcome } | { kind: 'failure'; message: string };
