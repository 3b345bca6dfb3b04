import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Queries } from './database.ts';

const folder = join(import.meta.dirname, 'migrations');
/** Any number will do, as long as every starter takes the same. */
const migrationLock = 7_261_953;

export interface Migration {
  version: number;
  name: string;
  /** `breaking` migrations need every older process stopped first. */
  kind: 'compatible' | 'breaking';
  sql: string;
}

/** Numbered files, forward only. Throws when a file breaks the form, because then nothing after it can be trusted. */
export function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readMigration(file));
}

function readMigration(file: string): Migration {
  const sql = readFileSync(join(folder, file), 'utf8');
  const version = Number(/^(\d{4})-/.exec(file)?.[1]);
  const kind = /^-- (compatible|breaking)\n-- \S/.exec(sql)?.[1];
  if (!Number.isInteger(version) || (kind !== 'compatible' && kind !== 'breaking')) {
    throw new Error(
      `${file}: a migration is named 0001-words.sql and opens with "-- compatible" or "-- breaking" and why`,
    );
  }
  return { version, name: file, kind, sql };
}

const migrationTable = `
create table if not exists schema_migration (version integer primary key, name text not null, applied_at timestamptz not null default now())`;

/** Brings the schema up to date; safe when many processes start at once. Returns the names that were applied. */
export async function migrate(database: Database): Promise<string[]> {
  const migrations = readMigrations();
  const applied: string[] = [];
  await database.transaction(async (queries) => {
    await queries.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await queries.query(migrationTable);
  });
  for (const migration of migrations) {
    if (await database.transaction((queries) => applyOnce(queries, migration))) applied.push(migration.name);
  }
  return applied;
}

async function applyOnce(queries: Queries, migration: Migration): Promise<boolean> {
  await queries.query('select pg_advisory_xact_lock($1)', [migrationLock]);
  const done = await queries.query('select 1 from schema_migration where version = $1', [migration.version]);
  if (done.length > 0) return false;
  for (const statement of statementsOf(migration.sql)) await queries.query(statement);
  await queries.query('insert into schema_migration (version, name) values ($1, $2)', [
    migration.version,
    migration.name,
  ]);
  return true;
}

/** Statements end with a semicolon at the end of a line; bodies between `$$` keep theirs. */
function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let inBody = false;
  let current = '';
  for (const line of sql.split('\n')) {
    current += `${line}\n`;
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) inBody = !inBody;
    if (!inBody && line.trimEnd().endsWith(';')) {
      statements.push(current);
      current = '';
    }
  }
  return statements;
}
