import path from 'node:path';
import { type Database, openPglite, openPostgres } from '@milepost/server/database';
import { createTestDatabase, findPostgres, startPostgres, stopPostgres } from '@milepost/server/testing';
import type { Cleanup } from '../cleanup.ts';
import type { EngineName } from '../options.ts';

/** An engine with nothing in it, for one run. */
export interface PreparedEngine {
  name: EngineName;
  /** What the server is told of it. */
  environment: Readonly<Record<string, string>>;
  /** Opens the same database beside the product; on PGlite only once the server has ended, because one process holds the folder. */
  open(): Promise<Database>;
}

/** `dataFolder` is the server's own. DATABASE_URL names a server to use; the run makes a database of its own on it and drops it again. */
export async function prepareEngine(
  name: EngineName,
  dataFolder: string,
  cleanup: Cleanup,
): Promise<PreparedEngine> {
  if (name === 'pglite')
    return {
      name,
      environment: { DATABASE_URL: '' },
      open: () => openPglite(path.join(dataFolder, 'database')),
    };
  const serverUrl = process.env.DATABASE_URL || (await startOwnServer(cleanup));
  cleanup.check();
  const { url, drop } = await createTestDatabase(serverUrl);
  await cleanup.add(drop);
  return {
    name,
    environment: { DATABASE_URL: url },
    open: async () => openPostgres({ url, connectionsMax: 1 }),
  };
}

async function startOwnServer(cleanup: Cleanup): Promise<string> {
  cleanup.check();
  const installation = await findPostgres();
  if (!installation)
    throw new Error(
      'No PostgreSQL server was found on this machine. Name one by DATABASE_URL, or install one.',
    );
  const server = await startPostgres(installation);
  await cleanup.add(() => stopPostgres(server));
  return server.url;
}

export async function engineVersion(database: Database): Promise<string> {
  const [row] = await database.query<{ server_version: string }>('show server_version');
  return `${database.engine === 'pglite' ? 'PGlite, PostgreSQL' : 'PostgreSQL'} ${row?.server_version ?? 'unknown'}`;
}
