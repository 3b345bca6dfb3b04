import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { type Database, type Engine, migrate, openPglite, openPostgres } from '../platform/database/index.ts';
import { createTestDatabase } from './test-database.ts';

/**
 * Runs a suite on both engines. `database()` returns the suite's own migrated database, available from the
 * first test on.
 */
export function forEachEngine(suite: (engine: Engine, database: () => Database) => void): void {
  describe('on PGlite', () => runOn(() => openFreshPglite(), 'pglite', suite));
  const postgres = inject('postgres');
  describe('on PostgreSQL', () => {
    if (postgres === null) {
      it.skip('skipped: no PostgreSQL on this machine', () => undefined);
      return;
    }
    runOn(() => openFreshPostgres(postgres.url, postgres.runId), 'postgres', suite);
  });
}

interface Opened {
  database: Database;
  close(): Promise<void>;
}

function runOn(
  open: () => Promise<Opened>,
  engine: Engine,
  suite: (engine: Engine, database: () => Database) => void,
): void {
  let opened: Opened | null = null;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  suite(engine, () => {
    if (opened === null) throw new Error('The database is not open before the first test.');
    return opened.database;
  });
}

async function openFreshPglite(): Promise<Opened> {
  const database = await openPglite(null);
  await migrate(database);
  return { database, close: () => database.close() };
}

async function openFreshPostgres(serverUrl: string, runId: string): Promise<Opened> {
  const test = await createTestDatabase(serverUrl, { runId, prepare: prepareTemplate });
  const database = openPostgres({ url: test.url, connectionsMax: 8 });
  const close = async (): Promise<void> => {
    await database.close();
    await test.drop();
  };
  return { database, close };
}

async function prepareTemplate(url: string): Promise<void> {
  const database = openPostgres({ url, connectionsMax: 2 });
  await migrate(database);
  await database.close();
}
