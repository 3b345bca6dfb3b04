import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endedMilestones } from '@milepost/domain';
import { describe, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../../testing/test-database.ts';
import { describeSchema } from './describe-schema.ts';
import { migrate, openPglite, openPostgres, readMigrations } from './index.ts';

describe('migrations', () => {
  it('are numbered without a gap and declare whether they break older processes', () => {
    const migrations = readMigrations();
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map((_migration, index) => index + 1),
    );
  });

  it('apply once on PGlite, from empty', async () => {
    const database = await openPglite(null);
    expect(await migrate(database)).toEqual(readMigrations().map(({ name }) => name));
    expect(await migrate(database)).toEqual([]);
    await database.close();
  });

  const postgres = inject('postgres');
  it.skipIf(postgres === null)('apply once when eight processes start at the same time', async () => {
    const test = await createTestDatabase(postgres?.url ?? '');
    const databases = Array.from({ length: 8 }, () => openPostgres({ url: test.url, connectionsMax: 2 }));
    const applied = await Promise.all(databases.map((database) => migrate(database)));
    expect(applied.flat().sort()).toEqual(readMigrations().map(({ name }) => name));
    await Promise.all(databases.map((database) => database.close()));
    await test.drop();
  });

  it('lead to the schema in schema.txt', async () => {
    const database = await openPglite(null);
    await migrate(database);
    const found = await describeSchema(database);
    await database.close();
    expect(found).toBe(readFileSync(join(import.meta.dirname, 'schema.txt'), 'utf8'));
  });

  it('leave out the same milestones from shipment_under_way as the domain calls ended', async () => {
    const database = await openPglite(null);
    await migrate(database);
    const [row] = await database.query<{ source: string }>(
      `select prosrc as source from pg_proc where proname = 'add_under_way'`,
    );
    await database.close();
    const list = /milestone not in \(([^)]*)\)/.exec(row?.source ?? '')?.[1] ?? '';
    expect(list.split(', ').map((quoted) => quoted.slice(1, -1))).toEqual([...endedMilestones]);
  });
});
