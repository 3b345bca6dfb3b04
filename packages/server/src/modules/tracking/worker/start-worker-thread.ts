import { once } from 'node:events';
import { Worker as Thread } from 'node:worker_threads';
import type { RawMessage } from '../../ingestion/index.ts';
import type { BatchOutcome } from '../pipeline/run-batch.ts';
import type { FromThread, ToThread } from './worker-thread-messages.ts';

export interface WorkerThread {
  /** Hands over what was received, so that it need not be read back. */
  take(messages: readonly RawMessage[]): void;
  wake(): void;
  stop(): Promise<void>;
}

export interface WorkerThreadOptions {
  databaseUrl: string;
  gazetteerCache: string;
  workers: number;
  /** Messages in one transaction. */
  batchMax: number;
  /** See WorkerOptions. */
  gatherMs: number;
  onBatch(outcome: BatchOutcome): void;
  onFailure(error: unknown): void;
}

const restartDelayMs = 1_000;
/** Of what a batch makes nothing outlives it: a small nursery is emptied more often, but stays near the processor. */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** Runs the workers in a thread; one that breaks down is started anew, because messages must not wait for a person. */
export function startWorkerThread(options: WorkerThreadOptions): WorkerThread {
  const { onBatch, onFailure, ...workerData } = options;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let thread = start();
  function start(): Thread {
    const fresh = new Thread(new URL('./worker-thread.ts', import.meta.url), { workerData, resourceLimits });
    fresh.on('message', (message: FromThread) => {
      if (message.kind === 'batch') onBatch(message.outcome);
      else onFailure(new Error(message.message));
    });
    fresh.on('error', onFailure);
    fresh.on('exit', () => {
      if (stopping) return;
      timer = setTimeout(() => {
        thread = start();
      }, restartDelayMs);
    });
    return fresh;
  }
  const tell = (message: ToThread): void => thread.postMessage(message);
  return {
    take: (fresh) => tell({ fresh }),
    wake: () => tell('wake'),
    async stop() {
      stopping = true;
      clearTimeout(timer);
      const exited = once(thread, 'exit');
      tell('stop');
      await exited;
    },
  };
}
