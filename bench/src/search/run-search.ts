import path from 'node:path';
import { workspaceList } from '@milepost/contract';
import { withCleanup } from '../cleanup.ts';
import { openApi } from '../ingest/api-client.ts';
import { engineVersion, prepareEngine } from '../ingest/prepare-engine.ts';
import { startServer } from '../ingest/start-server.ts';
import { type SeedTarget, seedList, settle } from '../list/seed-list.ts';
import type { Log } from '../log.ts';
import { describeMachine, type Machine } from '../machine.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { measureSearch, type SearchMeasurement } from './measure-search.ts';

export type SearchResult = SearchMeasurement & { machine: Machine & { engineVersion: string } };

/**
 * The shipments of the list benchmark with realistic names and without events, which a search never reads.
 */
export function runSearch(shipments: number, log: Log): Promise<SearchResult> {
  return withCleanup(async (cleanup) => {
    const machine = describeMachine();
    const dataFolder = path.join(await makeTemporaryFolder(cleanup), 'data');
    const engine = await prepareEngine('postgres', dataFolder, cleanup);
    const server = await startServer(
      { dataFolder, environment: engine.environment, profileFolder: null },
      cleanup,
    );
    const { workspaces } = workspaceList.parse(await openApi(server.url, server.key).get('/v1/workspaces'));
    const [workspace] = workspaces;
    if (!workspace) throw new Error('The server has no workspace.');
    const database = await engine.open();
    await cleanup.add(() => database.close());
    log(`creating ${shipments} shipments`);
    const named: SeedTarget = {
      query: (sql, values) => database.query(sql.replaceAll(`'Recipient ' || i`, nameSql), values),
    };
    await seedList(named, workspace.id, { shipments, eventsPerShipment: 0 });
    await settle(database);
    for (const table of ['shipment_search', 'shipment_under_way'])
      await database.query(`vacuum (analyze) ${table}`);
    log('searching');
    const measured = await measureSearch(server, shipments);
    return { ...measured, machine: { ...machine, engineVersion: await engineVersion(database) } };
  });
}

const pick = (list: string, salt: string): string => {
  const parts = list.split(' ');
  return `(array[${parts.map((part) => `'${part}'`).join(',')}])[1 + (abs(hashtext(i || '${salt}')) % ${parts.length})]`;
};
const syllables =
  'jan de ver hoe mei smi bak vis mul ler sen van kop per rie don ten bro wij kor lam fel gra zon tri pol';
const firstNames =
  'Anna Jan Pieter Maria Willem Sophie Müller Thomas Eva Lukas Emma Noah Lotte Daan Chloé José Fatima Mehmet Olga Henk';
/** Twenty first names and 17,576 surnames of three syllables. */
export const nameSql = `${pick(firstNames, 'first')} || ' ' || initcap(${['a', 'b', 'c'].map((salt) => pick(syllables, salt)).join(' || ')})`;
