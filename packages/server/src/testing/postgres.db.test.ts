import pg from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { findPostgres } from './find-postgres.ts';
import { haltPostgres, restartPostgres, resumePostgres, startPostgres, stopPostgres } from './postgres.ts';
import { createTestDatabase } from './test-database.ts';

const postgres = inject('postgres');
const installation = await findPostgres();

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  // A halted server ends its sessions; the rejected query already reports this to the test.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe.skipIf(postgres === null)('test databases', () => {
  const url = postgres?.url ?? '';
  const runId = postgres?.runId ?? '';

  test('created at once share one template and have their own copy of its contents', async () => {
    let preparations = 0;
    const template = {
      runId: `${runId}_shared`,
      prepare: async (templateUrl: string) => {
        preparations += 1;
        await query(templateUrl, 'CREATE TABLE parcel AS SELECT 1 AS number');
      },
    };
    const databases = await Promise.all([1, 2, 3, 4].map(() => createTestDatabase(url, template)));
    onTestFinished(async () => void (await Promise.all(databases.map((database) => database.drop()))));

    const [first, second] = databases;
    await query(first?.url ?? '', 'UPDATE parcel SET number = 2');

    expect(preparations).toBe(1);
    expect(await query(first?.url ?? '', 'SELECT number FROM parcel')).toEqual([{ number: 2 }]);
    expect(await query(second?.url ?? '', 'SELECT number FROM parcel')).toEqual([{ number: 1 }]);
  });

  test('a template whose preparation failed is built again by the next caller', async () => {
    const failing = { runId: `${runId}_failing`, prepare: () => Promise.reject(new Error('no migrations')) };
    await expect(createTestDatabase(url, failing)).rejects.toThrow('no migrations');

    const database = await createTestDatabase(url, { ...failing, prepare: () => Promise.resolve() });
    onTestFinished(() => database.drop());
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a database is dropped even with an open session', async () => {
    const database = await createTestDatabase(url);
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();

    await database.drop();

    await expect(query(database.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});

describe.skipIf(installation === undefined)('a test server', () => {
  test('keeps committed rows after a crash and refuses connections while it is down', async () => {
    if (installation === undefined) throw new Error('This suite is skipped without an installation.');
    const server = await startPostgres(installation);
    onTestFinished(() => stopPostgres(server));
    await query(server.url, 'CREATE TABLE scan AS SELECT 7 AS number');

    await haltPostgres(server, 'immediate');
    await expect(query(server.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    await resumePostgres(server);
    await restartPostgres(server, 'fast');

    expect(await query(server.url, 'SELECT number FROM scan')).toEqual([{ number: 7 }]);
    expect(await query(server.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  });
});
