import path from 'node:path';
import { workspaceList } from '@milepost/contract';
import type { Cleanup } from '../cleanup.ts';
import { openApi } from '../ingest/api-client.ts';
import { startServer } from '../ingest/start-server.ts';
import { listQueries } from '../list/list-queries.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { loadCheckoutModules } from './checkout-modules.ts';
import { openMeter, type ProcessorTime } from './open-meter.ts';

export interface ListSide {
  /** Requests every list this many times. Returns the processor time per query in microseconds. */
  measure(rounds: number): Promise<ProcessorTime>;
}

const eventsPerShipment = 8;

/** Starts a checkout's server on its own PostgreSQL database with these many shipments, and warms it up. */
export async function startListSide(
  checkout: string,
  shipments: number,
  cleanup: Cleanup,
): Promise<ListSide> {
  const { prepareEngine, seedList, settle } = await loadCheckoutModules(checkout);
  const dataFolder = path.join(await makeTemporaryFolder(cleanup), 'data');
  const engine = await prepareEngine('postgres', dataFolder, cleanup);
  const { environment } = engine;
  const server = await startServer({ dataFolder, environment, profileFolder: null, checkout }, cleanup);
  const api = openApi(server.url, server.key);
  const [workspace] = workspaceList.parse(await api.get('/v1/workspaces')).workspaces;
  if (!workspace) throw new Error('The server has no workspace.');
  const database = await engine.open();
  await seedList(database, workspace.id, { shipments, eventsPerShipment });
  await settle(database);
  await database.close();
  const meter = await openMeter(server, engine);
  const paths = listQueries(Date.now()).map(({ query }) => `/v1/shipments?${new URLSearchParams(query)}`);
  const requestAll = async (): Promise<void> => {
    for (const request of paths) await api.get(request);
  };
  await requestAll();
  return {
    async measure(rounds) {
      const before = await meter.readMs();
      for (let round = 0; round < rounds; round++) await requestAll();
      const after = await meter.readMs();
      const perQuery = (name: keyof ProcessorTime): number =>
        ((after[name] - before[name]) * 1_000) / (rounds * paths.length);
      return { server: perQuery('server'), database: perQuery('database') };
    },
  };
}
