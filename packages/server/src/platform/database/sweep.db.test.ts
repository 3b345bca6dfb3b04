import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { limitLog, sweep } from './sweep.ts';

let database: Database;

beforeAll(async () => {
  database = await openPglite(null);
  await migrate(database);
});
afterAll(() => database.close());

async function numberOf(sql: string): Promise<number> {
  const [row] = await database.query<{ number: number }>(sql);
  return row?.number ?? Number.NaN;
}
const logBytes = () =>
  numberOf(
    'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as number from pg_control_checkpoint()',
  );

it('makes a checkpoint of the embedded engine when its log has grown too large, and not before', async () => {
  await database.script('checkpoint');
  await database.query(
    `insert into workspace (id, slug, name) select gen_random_uuid(), 's' || i, repeat(md5(i::text), 30) from generate_series(1, 2000) i`,
  );
  const before = await logBytes();
  expect(before).toBeGreaterThan(500_000);
  await limitLog(database, before * 2);
  expect(await logBytes()).toBeGreaterThanOrEqual(before);
  await limitLog(database, before / 2);
  expect(await logBytes()).toBeLessThan(before / 10);
});

it('vacuums and analyses every table', async () => {
  await database.query('delete from workspace');
  await sweep(database, 'rarely');
  expect(await numberOf(`select reltuples::float8 as number from pg_class where relname = 'workspace'`)).toBe(
    0,
  );
  // -1 means never analysed.
  expect(
    await numberOf(
      `select count(*)::float8 as number from pg_class c join pg_tables t on t.tablename = c.relname
       where t.schemaname = 'public' and c.relkind = 'r' and c.reltuples < 0`,
    ),
  ).toBe(0);
});
