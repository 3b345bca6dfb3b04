import type { RawMessage } from '../../ingestion/index.ts';
import type { BatchOutcome } from '../pipeline/run-batch.ts';

/** What the thread of the workers is told. */
export type ToThread = 'wake' | 'stop' | { fresh: readonly RawMessage[] };

/** What it tells. */
export type FromThread = { kind: 'batch'; outcome: BatchOutcome } | { kind: 'failure'; message: string };
