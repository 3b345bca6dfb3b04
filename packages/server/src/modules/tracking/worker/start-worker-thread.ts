import { once } from 'node:events';
import { Worker as Thread } from 'node:worker_threads';
import type { RawMessage } from '../../ingestion/index.ts';
import type { BatchOutcome } from '../pipeline/run-batch.ts';
import type { FromThread, ToThread } from './worker-thread-messages.ts';

export interface WorkerThread {
  /** Passes on received messages, so that the worker need not read them back. */
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
/**
 * A batch's data is short-lived: a small young generation is collected more often but stays in the
 * processor's cache.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** Runs the workers in a thread and restarts it when it crashes. */
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
  const send = (message: ToThread): void => thread.postMessage(message);
  return {
    take: (fresh) => send({ fresh }),
    wake: () => send('wake'),
    async stop() {
      stopping = true;
      clearTimeout(timer);
      const exited = once(thread, 'exit');
      send('stop');
      await exited;
    },
  };
}
