import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * A database that is prepared once and cloned for each test, because cloning is much faster than running
 * every migration.
 */
export interface DatabaseTemplate {
  /** Identifies this run on a shared server: `inject('postgres').runId`. */
  readonly runId: string;
  /**
   * Fills the empty template, usually by running the migrations. All connections must be closed when it
   * resolves.
   */
  readonly prepare: (url: string) => Promise<void>;
}

export interface TestDatabase {
  readonly url: string;
  /** Drops the database and ends its remaining connections. */
  drop(): Promise<void>;
}

const namePrefix = 'milepost_test_';

/** Creates a database for one test: a clone of the template, or an empty one when no template is given. */
export async function createTestDatabase(
  serverUrl: string,
  template?: DatabaseTemplate,
): Promise<TestDatabase> {
  const name = `${namePrefix}${template?.runId ?? 'none'}_${randomBytes(6).toString('hex')}`;
  await withClient(serverUrl, async (client) => {
    const source = template === undefined ? 'template0' : await ensureTemplate(client, serverUrl, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${source}`);
  });
  return { url: urlOf(serverUrl, name), drop: () => dropDatabase(serverUrl, name) };
}

/** Drops the databases of a run on a shared server. */
export async function dropTestDatabases(serverUrl: string, runId: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [`${namePrefix}${runId}_`],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  });
}

/**
 * Test files run in several processes, and any of them may be first. The advisory lock lets one of them build
 * the template; the final rename hides an incomplete one.
 */
async function ensureTemplate(
  client: pg.Client,
  serverUrl: string,
  template: DatabaseTemplate,
): Promise<string> {
  const name = `${namePrefix}${template.runId}_template`;
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      const unfinished = `${name}_unfinished`;
      await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${unfinished} TEMPLATE template0`);
      await template.prepare(urlOf(serverUrl, unfinished));
      await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    }
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [name]);
  }
  return name;
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
