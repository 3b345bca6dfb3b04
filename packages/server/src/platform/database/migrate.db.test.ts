import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../../testing/test-database.ts';
import { describeSchema } from './describe-schema.ts';
import { migrate, openPglite, openPostgres, readMigrations } from './index.ts';

describe('migrations', () => {
  it('are numbered without a gap and say whether they break older processes', () => {
    const migrations = readMigrations();
    expect(migrations.map((one) => one.version)).toEqual(migrations.map((_one, index) => index + 1));
  });

  it('apply once on PGlite, from empty', async () => {
    const database = await openPglite(null);
    expect(await migrate(database)).toEqual(readMigrations().map((one) => one.name));
    expect(await migrate(database)).toEqual([]);
    await database.close();
  });

  const postgres = inject('postgres');
  it.skipIf(postgres === null)('apply once when eight processes start at the same moment', async () => {
    const test = await createTestDatabase(postgres?.url ?? '');
    const databases = Array.from({ length: 8 }, () => openPostgres({ url: test.url, connectionsMax: 2 }));
    const applied = await Promise.all(databases.map((database) => migrate(database)));
    expect(applied.flat().sort()).toEqual(readMigrations().map((one) => one.name));
    await Promise.all(databases.map((database) => database.close()));
    await test.drop();
  });

  it('lead to the schema that is written down in schema.txt', async () => {
    const database = await openPglite(null);
    await migrate(database);
    const found = await describeSchema(database);
    await database.close();
    expect(found).toBe(readFileSync(join(import.meta.dirname, 'schema.txt'), 'utf8'));
  });
});
