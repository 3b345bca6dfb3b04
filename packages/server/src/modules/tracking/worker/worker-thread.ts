import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { carriers } from '@milepost/connectors';
import { loadGazetteer } from '@milepost/gazetteer';
import { v7 } from 'uuid';
import { z } from 'zod';
import { openPostgres } from '../../../platform/database/index.ts';
import { MessageCache } from '../../ingestion/index.ts';
import { Worker } from './worker.ts';
import type { FromThread, ToThread } from './worker-thread-messages.ts';

/**
 * The workers of a process on a PostgreSQL server, in a thread of their own: decoding and folding never delay
 * a response, and a second core is used. It receives wake and stop messages and reports its results.
 */
const given = z
  .object({
    databaseUrl: z.string(),
    gazetteerCache: z.string(),
    workers: z.int(),
    batchMax: z.int(),
    gatherMs: z.number(),
  })
  .parse(workerData);

const database = openPostgres({ url: given.databaseUrl, connectionsMax: given.workers + 1 });
const tools = {
  carriers: new Map(carriers.map((carrier) => [carrier.manifest.name, carrier])),
  gazetteer: await loadGazetteer({ cacheFolder: given.gazetteerCache }),
  fresh: new MessageCache(4_000),
  newId: () => v7(),
  random: (count: number): Uint8Array => randomBytes(count),
};
const options = {
  isOnlyWorker: false,
  batchMax: given.batchMax,
  gatherMs: given.gatherMs,
  idleMs: 250,
  attemptsMax: 5,
  onBatch: (outcome: Extract<FromThread, { kind: 'batch' }>['outcome']) => send({ kind: 'batch', outcome }),
  onFailure: (error: unknown) =>
    send({
      kind: 'failure',
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    }),
};
const workers = Array.from({ length: given.workers }, () => new Worker(database, options, tools));
for (const worker of workers) worker.start();

parentPort?.on('message', (message: ToThread) => {
  if (message === 'stop') void stop();
  else if (message === 'wake') for (const worker of workers) worker.wake();
  else tools.fresh.add(message.fresh);
});

async function stop(): Promise<void> {
  await Promise.all(workers.map((worker) => worker.stop()));
  await database.close();
  parentPort?.close();
}

function send(message: FromThread): void {
  parentPort?.postMessage(message);
}
