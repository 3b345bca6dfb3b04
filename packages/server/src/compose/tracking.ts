import { loadGazetteer } from '@milepost/gazetteer';
import { v7 } from 'uuid';
import { MessageCache, type RawMessage } from '../modules/ingestion/index.ts';
import {
  type BatchOutcome,
  type RegisterInput,
  type RegisterResult,
  register,
  startWorkerThread,
  Worker,
  type WorkerOptions,
} from '../modules/tracking/index.ts';
import { openWakeSignal } from '../platform/jobs/open-wake-signal.ts';
import { gazetteerCacheFolder } from '../platform/process/cache-folder.ts';
import type { Foundation } from './foundation.ts';
import type { Outbound } from './outbound.ts';
import type { StopList } from './stop-list.ts';

export type Register = (workspaceId: string, inputs: readonly RegisterInput[]) => Promise<RegisterResult[]>;

export interface Tracking {
  register: Register;
  /** The same at another time, which must not lie in the future. */
  registerWithClock(now: () => number): Register;
  /**
   * The inbox has new rows: these, or, when called without any, rows that another process or a replay added.
   */
  onReceived(messages: readonly RawMessage[]): void;
  wakeWorker(): void;
}

export async function wireTracking(
  foundation: Foundation,
  { onChange }: Outbound,
  stops: StopList,
): Promise<Tracking> {
  const { database } = foundation;
  const workers = createWorkers(foundation, onChange);
  stops.add(() => workers?.stop());
  const received = await openWakeSignal(database, 'milepost_received', () => workers?.wake());
  stops.add(() => received.stop());
  const registerBy =
    (clock: { now(): number; newId(): string }): Register =>
    async (workspaceId, inputs) => {
      const results = await register(database, workspaceId, inputs, { ...foundation, ...clock });
      onChange();
      return results;
    };
  return {
    register: registerBy(foundation),
    registerWithClock: (now) => registerBy({ now, newId: () => v7({ msecs: now() }) }),
    onReceived: (messages) => {
      workers?.take(messages);
      received.send();
    },
    wakeWorker: () => received.send(),
  };
}

/** What processes messages in this process. */
interface Workers {
  take(messages: readonly RawMessage[]): void;
  wake(): void;
  stop(): Promise<void>;
}

type Reports = Pick<WorkerOptions, 'onBatch' | 'onFailure'>;

/** Null where the process has no worker role. */
function createWorkers(foundation: Foundation, onChange: () => void): Workers | null {
  const { config, metrics, onFailure } = foundation;
  if (!config.MILEPOST_ROLES.includes('worker')) return null;
  const reports: Reports = {
    onBatch: (outcome: BatchOutcome) => {
      metrics.batchDone(outcome);
      if (outcome.changedShipments > 0) onChange();
    },
    onFailure: (error) => {
      metrics.batchFailed();
      onFailure(error);
    },
  };
  if (config.DATABASE_URL === undefined) return createEmbeddedWorker(foundation, reports);
  return startWorkerThread({
    databaseUrl: config.DATABASE_URL,
    gazetteerCache: gazetteerCacheFolder,
    // With two workers, one decodes while the database writes for the other.
    workers: 2,
    batchMax: 300,
    gatherMs: 30,
    ...reports,
  });
}

/**
 * The embedded database runs in its own thread and executes one statement at a time, so the worker stays in
 * this thread. The gazetteer is loaded while the server already listens; until then messages wait in the
 * inbox.
 */
function createEmbeddedWorker(foundation: Foundation, reports: Reports): Workers {
  let worker: Worker | null = null;
  // Large enough for what arrives during the start: reading it back would keep the worker behind.
  const fresh = new MessageCache(40_000);
  const loading = loadGazetteer({ cacheFolder: gazetteerCacheFolder }).then((gazetteer) => {
    worker = new Worker(
      foundation.database,
      { isOnlyWorker: true, batchMax: 100, gatherMs: 30, idleMs: 250, attemptsMax: 5, ...reports },
      { ...foundation, gazetteer, fresh },
    );
    worker.start();
  });
  loading.catch(foundation.onFailure);
  return {
    take: (messages) => fresh.add(messages),
    wake: () => worker?.wake(),
    stop: async () => {
      await loading;
      await worker?.stop();
    },
  };
}
