import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { findPostgres, oldestSupportedMajor } from './find-postgres.ts';
import { type PostgresServer, startPostgres, stopPostgres } from './postgres.ts';
import { dropTestDatabases } from './test-database.ts';

/** What a test gets from `inject('postgres')`. */
export interface ProvidedPostgres {
  /** Connection string of a maintenance database whose user may create databases. */
  readonly url: string;
  /** Part of the name of every database of this run, so that two runs can share one server. */
  readonly runId: string;
  /** The server if tests may halt and resume it; `undefined` when TEST_DATABASE_URL names one. */
  readonly server: PostgresServer | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** `null` when this machine has no PostgreSQL; suites that need it are then skipped. */
    postgres: ProvidedPostgres | null;
  }
}

/** Vitest's global setup for the projects that need PostgreSQL. */
// biome-ignore lint/style/noDefaultExport: Vitest requires a default export.
export default async function providePostgres(project: TestProject): Promise<() => Promise<void>> {
  const provided = await openPostgres();
  project.provide('postgres', provided);
  return async () => {
    if (provided?.server !== undefined) await stopPostgres(provided.server);
    else if (provided !== null) await dropTestDatabases(provided.url, provided.runId);
  };
}

async function openPostgres(): Promise<ProvidedPostgres | null> {
  const runId = randomBytes(4).toString('hex');
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given, runId, server: undefined };

  const installation = await findPostgres();
  if (installation !== undefined) {
    const server = await startPostgres(installation);
    return { url: server.url, runId, server };
  }
  const missing = `no PostgreSQL ${oldestSupportedMajor} or newer found and TEST_DATABASE_URL is not set`;
  if (process.env.CI === 'true') throw new Error(`${missing}; in CI no suite may be skipped.`);
  process.stderr.write(`Skipping the tests on PostgreSQL: ${missing}.\n`);
  return null;
}
