import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { type Database, migrate, openPostgres } from '@milepost/server/database';
import { createTestDatabase } from '@milepost/server/testing';
import type { Cleanup } from '../cleanup.ts';
import { startOwnServer } from '../ingest/prepare-engine.ts';

/** Both engines with the product's schema and nothing in it. */
export async function openEngines(cleanup: Cleanup): Promise<Database[]> {
  const databases = [await openPgliteWithTrigrams(), await openOwnPostgres(cleanup)];
  for (const database of databases) {
    await cleanup.add(() => database.close());
    await migrate(database);
  }
  return databases;
}

async function openOwnPostgres(cleanup: Cleanup): Promise<Database> {
  const { url, drop } = await createTestDatabase(await startOwnServer(cleanup));
  await cleanup.add(drop);
  return openPostgres({ url, connectionsMax: 10 });
}

/**
 * In this thread, because the product opens PGlite without extensions. Both sides of a comparison run on
 * it.
 */
async function openPgliteWithTrigrams(): Promise<Database> {
  const engine = await PGlite.create({ extensions: { pg_trgm }, parsers: { 20: Number } });
  const query: Database['query'] = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await engine.query<Row>(sql, [...values])).rows;
  return {
    engine: 'pglite',
    query,
    transaction: (work) =>
      engine.transaction((transaction) =>
        work({
          query: async <Row>(sql: string, values: readonly unknown[] = []) =>
            (await transaction.query<Row>(sql, [...values])).rows,
        }),
      ),
    script: async (sql) => {
      await engine.exec(sql);
    },
    listen: async () => async () => undefined,
    close: () => engine.close(),
  };
}
