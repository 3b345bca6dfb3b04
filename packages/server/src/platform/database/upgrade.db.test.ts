import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../../testing/test-database.ts';
import {
  type Database,
  describeSchema,
  migrate,
  openPglite,
  openPostgres,
  readMigrations,
  SchemaRefused,
} from './index.ts';
import type { Migration } from './read-migrations.ts';

const ours = readMigrations();
const baseline = ours.slice(0, 1);
const rows = readFileSync(join(import.meta.dirname, 'testing/baseline-rows.sql'), 'utf8');

/** Stands for a migration of a later version of Milepost. */
function laterMigration(place: number, kind: Migration['kind'], sql: string): Migration {
  const version = ours.length + place;
  return { version, name: `${String(version).padStart(4, '0')}-later-${kind}.sql`, kind, sql };
}

const compatible = laterMigration(
  1,
  'compatible',
  `alter table account add column note text not null default 'none';
create table account_note (account_id uuid primary key references account on delete cascade, note text not null);
`,
);
const breaking = laterMigration(
  2,
  'breaking',
  `insert into account_note (account_id, note) select id, note from account;
alter table account drop column note;
`,
);

type Tables = Map<string, Record<string, unknown>[]>;

/** Every row of every table as JSON. Partitions are read through their table. */
async function readTables(database: Database): Promise<Tables> {
  const names = await database.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not relispartition and relname <> 'schema_migration' order by 1`,
  );
  const tables: Tables = new Map();
  for (const { name } of names) {
    const found = await database.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t`,
    );
    tables.set(
      name,
      found.map(({ row }) => row),
    );
  }
  return tables;
}

/**
 * The columns that each table had before the upgrade, with their values in `tables`; rows in a fixed order.
 */
function restrictTo(before: Tables, tables: Tables): Map<string, string[]> {
  return new Map(
    [...before].map(([name, [first]]) => {
      const columns = Object.keys(first ?? {});
      const rowsNow = tables.get(name) ?? [];
      return [
        name,
        rowsNow.map((row) => JSON.stringify(columns.map((column) => [column, row[column]]))).sort(),
      ];
    }),
  );
}

function onEachEngine(suite: (open: () => Promise<{ database: Database; close(): Promise<void> }>) => void) {
  describe('on PGlite', () =>
    suite(async () => {
      const database = await openPglite(null);
      return { database, close: () => database.close() };
    }));
  const postgres = inject('postgres');
  describe.skipIf(postgres === null)('on PostgreSQL', () =>
    suite(async () => {
      const test = await createTestDatabase(postgres?.url ?? '');
      const database = openPostgres({ url: test.url, connectionsMax: 2 });
      return { database, close: () => database.close().then(() => test.drop()) };
    }),
  );
}

onEachEngine((open) => {
  let database: Database;
  beforeEach(async () => {
    const opened = await open();
    database = opened.database;
    return () => opened.close();
  });

  describe('an upgrade from the baseline', () => {
    it('keeps the rows of every table', async () => {
      await migrate(database, baseline);
      await database.script(rows);
      const before = await readTables(database);
      const empty = [...before].filter(([, found]) => found.length === 0).map(([name]) => name);
      expect(empty, 'tables without a row in testing/baseline-rows.sql').toEqual([]);
      const later = [...ours.slice(1), compatible, breaking];
      expect(await migrate(database, [...baseline, ...later])).toEqual(later.map(({ name }) => name));
      const after = await readTables(database);
      expect(restrictTo(before, after)).toEqual(restrictTo(before, before));
      expect(after.get('account_note')?.map(({ note }) => note)).toEqual(['none', 'none']);
    });

    it('leads to the same schema as an installation from empty', async () => {
      await migrate(database, baseline);
      await database.script(rows);
      await migrate(database);
      expect(await describeSchema(database)).toBe(
        readFileSync(join(import.meta.dirname, 'schema.txt'), 'utf8'),
      );
    });
  });

  describe('a database of a newer version', () => {
    it('is used when only compatible migrations were added', async () => {
      await migrate(database, [...ours, compatible]);
      expect(await migrate(database)).toEqual([]);
    });

    it('is refused after a breaking migration, with both versions and the remedy', async () => {
      await migrate(database, [...ours, compatible, breaking]);
      const refused = migrate(database);
      await expect(refused).rejects.toBeInstanceOf(SchemaRefused);
      await expect(refused).rejects.toThrow(
        `The database has schema version ${ours.length + 2}, and this version of Milepost supports up to ${ours.length}. Migration ${breaking.name} is breaking, so older processes must not run. Start the version of Milepost that upgraded the database, or restore a backup made before the upgrade.`,
      );
    });

    it('is refused as well when a compatible migration came after the breaking one', async () => {
      const last = laterMigration(3, 'compatible', 'create table added_later (id uuid primary key);\n');
      await migrate(database, [...ours, compatible, breaking, last]);
      await expect(migrate(database)).rejects.toThrow(`has schema version ${ours.length + 3},`);
    });
  });

  it('refuses a database of an unreleased version, and leaves it as it is', async () => {
    await database.script(
      `create table schema_migration (version integer primary key, name text not null, applied_at timestamptz not null default now());
       insert into schema_migration (version, name) values (1, '0001-spine.sql'), (2, '0002-documents-as-text.sql')`,
    );
    const refused = migrate(database);
    await expect(refused).rejects.toBeInstanceOf(SchemaRefused);
    await expect(refused).rejects.toThrow(
      'contains migration 0001-spine.sql where this version has 0001-baseline.sql. Such databases cannot be upgraded. Delete the data folder',
    );
    expect(await database.query('select to_regclass($1) as found', ['shipment'])).toEqual([{ found: null }]);
  });
});
