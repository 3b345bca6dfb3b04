import path from 'node:path';
import { workspaceList } from '@milepost/contract';
import { withCleanup } from './cleanup.ts';
import { openApi } from './ingest/api-client.ts';
import { engineVersion, prepareEngine } from './ingest/prepare-engine.ts';
import { startServer } from './ingest/start-server.ts';
import { type ListMeasurement, measureList } from './list/measure-list.ts';
import { type SeedSize, seedList, settle } from './list/seed-list.ts';
import type { Log } from './log.ts';
import { describeMachine, type Machine } from './machine.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export type ListResult = ListMeasurement & { machine: Machine & { engineVersion: string } };

/** Fills an empty PostgreSQL database with a year of shipments, then requests lists from the server. */
export function runList(size: SeedSize, log: Log): Promise<ListResult> {
  return withCleanup(async (cleanup) => {
    const machine = describeMachine();
    const dataFolder = path.join(await makeTemporaryFolder(cleanup), 'data');
    const engine = await prepareEngine('postgres', dataFolder, cleanup);
    const { environment } = engine;
    const server = await startServer({ dataFolder, environment, profileFolder: null }, cleanup);
    const { workspaces } = workspaceList.parse(await openApi(server.url, server.key).get('/v1/workspaces'));
    const [workspace] = workspaces;
    if (!workspace) throw new Error('The server has no workspace.');
    const database = await engine.open();
    await cleanup.add(() => database.close());
    log(`creating ${size.shipments} shipments with ${size.eventsPerShipment} events each`);
    await seedList(database, workspace.id, size);
    await settle(database);
    log('requesting lists');
    const events = size.shipments * size.eventsPerShipment;
    const measured = await measureList(server, { shipments: size.shipments, events }, Date.now());
    return { ...measured, machine: { ...machine, engineVersion: await engineVersion(database) } };
  });
}
