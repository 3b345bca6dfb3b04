import path from 'node:path';
import { type Database, openPglite, openPostgres } from '@milepost/server/database';
import { createTestDatabase, findPostgres, startPostgres, stopPostgres } from '@milepost/server/testing';
import type { Cleanup } from '../cleanup.ts';
import type { EngineName } from '../options.ts';

/** An empty database engine for one run. */
export interface PreparedEngine {
  name: EngineName;
  /** Environment variables for the server. */
  environment: Readonly<Record<string, string>>;
  /**
   * Opens the same database from the benchmark. On PGlite only after the server has exited, because one
   * process locks the folder.
   */
  open(): Promise<Database>;
}

/**
 * `dataFolder` is the server's. DATABASE_URL selects a database server; the run creates its own database
 * there and drops it afterwards.
 */
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

export async function startOwnServer(cleanup: Cleanup): Promise<string> {
  cleanup.check();
  const installation = await findPostgres();
  if (!installation)
    throw new Error('No PostgreSQL server was found on this machine. Install one or set DATABASE_URL.');
  const server = await startPostgres(installation);
  await cleanup.add(() => stopPostgres(server));
  return server.url;
}

export async function engineVersion(database: Database): Promise<string> {
  const [row] = await database.query<{ server_version: string }>('show server_version');
  return `${database.engine === 'pglite' ? 'PGlite, PostgreSQL' : 'PostgreSQL'} ${row?.server_version ?? 'unknown'}`;
}
