import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { withCleanup } from '../cleanup.ts';
import { openApi } from '../ingest/api-client.ts';
import { listenToStream } from '../ingest/listen-to-stream.ts';
import { prepareLoad, waitForArrivals } from '../ingest/run-ingest.ts';
import { startServer } from '../ingest/start-server.ts';
import type { Log } from '../log.ts';
import type { EngineName } from '../options.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { loadCheckoutModules } from './checkout-modules.ts';
import { openMeter, type ProcessorTime } from './open-meter.ts';

export interface IngestRun {
  engine: EngineName;
  /** Messages a second. */
  rate: number;
  seconds: number;
  warmUpSeconds: number;
}

/**
 * Runs a checkout's server under a fixed load from this checkout's simulator. Returns the processor time per
 * event in microseconds.
 */
export async function measureIngest(checkout: string, run: IngestRun, log: Log): Promise<ProcessorTime> {
  const { makeAccounts, prepareEngine } = await loadCheckoutModules(checkout);
  return withCleanup(async (cleanup) => {
    const dataFolder = path.join(await makeTemporaryFolder(cleanup), 'data');
    const engine = await prepareEngine(run.engine, dataFolder, cleanup);
    const { environment } = engine;
    const server = await startServer({ dataFolder, environment, profileFolder: null, checkout }, cleanup);
    const api = openApi(server.url, server.key);
    const { load } = await prepareLoad(run, { api, server, cleanup, log }, await makeAccounts(api));
    const stream = await listenToStream(api);
    await cleanup.add(() => stream.stop());
    const meter = await openMeter(server, engine);
    await load.start();
    await setTimeout(run.warmUpSeconds * 1_000);
    const before = { ...(await meter.readMs()), events: stream.arrivals.keys.length };
    const { summary } = await Promise.race([load.finished, server.started.exited]);
    await waitForArrivals(stream.arrivals, summary.accepted);
    const after = { ...(await meter.readMs()), events: stream.arrivals.keys.length };
    const events = after.events - before.events;
    if (events === 0) throw new Error('No event arrived after the warm-up.');
    const perEvent = (name: keyof ProcessorTime): number => ((after[name] - before[name]) * 1_000) / events;
    return { server: perEvent('server'), database: perEvent('database') };
  });
}
