import type { Database, Queries } from './database.ts';
import { type Migration, readMigrations } from './read-migrations.ts';

/** Any number works, as long as every process takes the same. */
const migrationLock = 7_261_953;

const migrationTable = `
create table if not exists schema_migration (
  version integer primary key,
  name text not null,
  kind text not null check (kind in ('compatible', 'breaking')),
  applied_at timestamptz not null default now()
)`;

/** The database cannot be used by this version of Milepost. The message says what to do. */
export class SchemaRefused extends Error {
  override readonly name = 'SchemaRefused';
}

/**
 * Brings the schema up to date; safe when many processes start at once. Returns the names of the migrations
 * that were applied. Throws `SchemaRefused` when a newer version of Milepost has changed the schema in a
 * breaking way, or an unreleased version made it.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  await database.transaction(async (queries) => {
    await takeMigrationLock(queries);
    await queries.query(migrationTable);
    refuseUnusable(await appliedMigrations(queries), migrations);
  });
  const applied: string[] = [];
  for (const migration of migrations) {
    if (await database.transaction((queries) => applyOnce(queries, migration))) applied.push(migration.name);
  }
  return applied;
}

type AppliedMigration = Pick<Migration, 'version' | 'name'> & { kind: string | null };

/** In order of version. The table of unreleased versions has no column `kind`, so the row is read as JSON. */
function appliedMigrations(queries: Queries): Promise<AppliedMigration[]> {
  return queries.query<AppliedMigration>(
    `select version, name, to_jsonb(m) ->> 'kind' as kind from schema_migration m order by version`,
  );
}

function refuseUnusable(applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ version, name }) => [version, name]));
  const foreign = applied.find(({ version, name }) => (known.get(version) ?? name) !== name);
  if (foreign) throw new SchemaRefused(madeByUnreleased(foreign.name, known.get(foreign.version) ?? ''));
  const newest = migrations.at(-1)?.version ?? 0;
  const breaking = applied.findLast(({ version, kind }) => version > newest && kind === 'breaking');
  if (breaking) throw new SchemaRefused(tooNew(breaking, applied.at(-1)?.version ?? 0, newest));
}

function madeByUnreleased(found: string, expected: string): string {
  return `This database was created by an unreleased version of Milepost: it contains migration ${found} where this version has ${expected}. Such databases cannot be upgraded. Delete the data folder (MILEPOST_DATA), or create a new database and set DATABASE_URL to it.`;
}

function tooNew(breaking: AppliedMigration, found: number, newest: number): string {
  return `The database has schema version ${found}, and this version of Milepost supports up to ${newest}. Migration ${breaking.name} is breaking, so older processes must not run. Start the version of Milepost that upgraded the database, or restore a backup made before the upgrade.`;
}

async function takeMigrationLock(queries: Queries): Promise<void> {
  await queries.query('select pg_advisory_xact_lock($1)', [migrationLock]);
}

async function applyOnce(queries: Queries, { version, name, kind, sql }: Migration): Promise<boolean> {
  await takeMigrationLock(queries);
  const done = await queries.query('select 1 from schema_migration where version = $1', [version]);
  if (done.length > 0) return false;
  for (const statement of statementsOf(sql)) await queries.query(statement);
  await queries.query('insert into schema_migration (version, name, kind) values ($1, $2, $3)', [
    version,
    name,
    kind,
  ]);
  return true;
}

/**
 * Statements end with a semicolon at the end of a line; semicolons between `$$` belong to a function body.
 */
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
