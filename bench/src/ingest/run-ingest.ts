/**
 * Three processes and the database:
 *
 *   simulator ──pushes, signed──► server ──live stream──► this process
 *                                   ▲ └── PostgreSQL, or PGlite inside the server
 *                                   └── registers parcels, reads a little, reads the whole record at the end
 */

import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { LoadRecord, LoadSummary } from '@milepost/simulator';
import { type Cleanup, withCleanup } from '../cleanup.ts';
import type { Log } from '../log.ts';
import { describeMachine } from '../machine.ts';
import type { EngineName } from '../options.ts';
import { percentile, toHundredths } from '../percentile.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type ApiClient, openApi } from './api-client.ts';
import { compareWithRecord } from './compare-records.ts';
import type { IngestResult } from './ingest-result.ts';
import { type Arrivals, listenToStream } from './listen-to-stream.ts';
import { type LoadTarget, makeAccounts } from './make-accounts.ts';
import { engineVersion, type PreparedEngine, prepareEngine } from './prepare-engine.ts';
import { endOfQuietSeason } from './quiet-season.ts';
import { measureRawInsert } from './raw-insert.ts';
import { readRecord } from './read-record.ts';
import { readWhileRunning } from './read-while-running.ts';
import { ParcelRegistrar } from './register-parcels.ts';
import { type LoadProcess, startLoad } from './start-load.ts';
import { type ServerProcess, startServer } from './start-server.ts';
import { summariseFlow } from './summarise.ts';

export interface IngestOptions {
  engine: EngineName;
  /** Messages a second; null sends the next one after each answer. */
  rate: number | null;
  seconds: number;
  /**
   * Excluded from the figures, because a new process runs unoptimised code. The rate rises during this time;
   * at saturation there is no ramp.
   */
  warmUpSeconds: number;
  profileFolder: string | null;
}

export const defaultWarmUpSeconds = 20;

/**
 * More than the product can take, so that a closed loop never runs out of messages. A parcel has ten and a
 * half messages on average.
 */
const messagesPerSecondMax: Record<EngineName, number> = { postgres: 12_000, pglite: 4_000 };
const messagesPerParcel = 10.5;
const quietMsMax = 10_000;

export function runIngest(options: IngestOptions, log: Log): Promise<IngestResult> {
  return withCleanup(async (cleanup) => {
    const machine = describeMachine();
    const dataFolder = path.join(await makeTemporaryFolder(cleanup), 'data');
    const engine = await prepareEngine(options.engine, dataFolder, cleanup);
    const { environment } = engine;
    const server = await startServer(
      { dataFolder, environment, profileFolder: options.profileFolder },
      cleanup,
    );
    const api = openApi(server.url, server.key);
    const run = await runLoad(options, { api, server, cleanup, log });
    log('comparing the sent events with the record');
    const comparison = compareWithRecord(run.sent, await readRecord(api));
    log('writing the same events by plain inserts');
    const raw = await rawInsertOf(engine, server);
    const { eventsPerSecond } = run.measured;
    const rawInsertEventsPerSecond = raw.insert?.eventsPerSecond ?? null;
    return {
      engine: options.engine,
      ...run.measured,
      rawInsertEventsPerSecond,
      ratioToRawInsert:
        eventsPerSecond === null || rawInsertEventsPerSecond === null
          ? null
          : toHundredths(eventsPerSecond / rawInsertEventsPerSecond),
      ...comparison,
      rate: options.rate,
      seconds: options.seconds,
      warmUpSeconds: options.warmUpSeconds,
      machine: { ...machine, engineVersion: raw.engineVersion },
    };
  });
}

export interface Environment {
  api: ApiClient;
  server: ServerProcess;
  cleanup: Cleanup;
  log: Log;
}

/** Runs the load and observes it, from the first parcel to the last event. */
async function runLoad(options: IngestOptions, { api, server, cleanup, log }: Environment) {
  const { load, shipmentIds } = await prepareLoad(
    options,
    { api, server, cleanup, log },
    await makeAccounts(api),
  );
  const stream = await listenToStream(api);
  await cleanup.add(() => stream.stop());
  await load.start();
  log(options.rate === null ? 'sending as fast as is answered' : `sending ${options.rate} messages a second`);
  const reads = readWhileRunning(api, shipmentIds, options.warmUpSeconds * 1_000);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const { records: sent, summary } = await Promise.race([load.finished, server.started.exited]);
  const { user, system } = process.cpuUsage(cpuBefore);
  const benchCpuShare = toHundredths((user + system) / 1_000 / (performance.now() - startedAt));
  await reads.stop();
  await waitForArrivals(stream.arrivals, summary.accepted);
  stream.stop();
  await load.stop();
  warn(options, { sent, summary, reconnects: stream.reconnects(), log });
  return {
    sent,
    measured: {
      ...summariseFlow(sent, stream.arrivals, options.warmUpSeconds * 1_000),
      messages: summary.accepted,
      events: stream.arrivals.keys.length,
      refused: summary.refused,
      retries: summary.retries,
      apiReadMsP50: percentile(reads.latenciesMs, 50),
      apiReadMsP99: percentile(reads.latenciesMs, 99),
      apiReadFailures: reads.failures(),
      loadCpuShare: toHundredths(summary.cpuShare),
      benchCpuShare,
    },
  };
}

/** Registers the parcels of a load to these targets. The load starts on request. */
export async function prepareLoad(
  { engine, rate, seconds, warmUpSeconds }: Omit<IngestOptions, 'profileFolder'>,
  { api, server, cleanup, log }: Environment,
  targets: readonly LoadTarget[],
): Promise<{ load: LoadProcess; shipmentIds: readonly string[] }> {
  const messages = (rate ?? messagesPerSecondMax[engine]) * (seconds + warmUpSeconds);
  const parcels = Math.ceil((messages / messagesPerParcel) * 1.05) + 100;
  log(`registering ${parcels} parcels`);
  const registrar = new ParcelRegistrar(api);
  const load = await startLoad(
    {
      targets,
      parcels,
      ratePerSecond: rate,
      rampSeconds: warmUpSeconds,
      seconds: seconds + warmUpSeconds,
      connections: 32,
      pipelining: 8,
      before: endOfQuietSeason(Date.now()),
    },
    (some) => registrar.add(some),
    { folder: await makeTemporaryFolder(cleanup), cleanup },
  );
  await Promise.race([load.ready, server.started.exited]);
  await registrar.finish();
  return { load, shipmentIds: registrar.shipmentIds };
}

/**
 * Waits until every accepted event has arrived, or nothing arrives for a while. Missing events are counted
 * afterwards.
 */
export async function waitForArrivals(arrivals: Arrivals, expected: number): Promise<void> {
  let seen = -1;
  let quietSince = performance.now();
  while (arrivals.keys.length < expected && performance.now() - quietSince < quietMsMax) {
    if (arrivals.keys.length !== seen) quietSince = performance.now();
    seen = arrivals.keys.length;
    await setTimeout(20);
  }
}

interface Ended {
  sent: readonly LoadRecord[];
  summary: LoadSummary;
  reconnects: number;
  log: Log;
}

/** Warns about conditions that reduce the value of a figure. */
function warn({ seconds, warmUpSeconds }: IngestOptions, { summary, reconnects, log }: Ended): void {
  if (summary.seconds < (seconds + warmUpSeconds) * 0.95)
    log(`warning: the messages ran out after ${Math.round(summary.seconds)} seconds`);
  if (summary.refused > 0)
    log(`warning: ${summary.refused} messages were refused: ${JSON.stringify(summary.statuses)}`);
  if (reconnects > 0) log(`warning: the live stream was interrupted ${reconnects} times`);
}

/** On PostgreSQL beside the idle server; on PGlite after the server has released its folder. */
async function rawInsertOf(engine: PreparedEngine, server: ServerProcess) {
  if (engine.name === 'pglite') await server.started.stop();
  const database = await engine.open();
  try {
    return { insert: await measureRawInsert(database), engineVersion: await engineVersion(database) };
  } finally {
    await database.close();
  }
}
