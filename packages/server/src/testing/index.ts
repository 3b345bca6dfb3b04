export { findPostgres, type PostgresInstallation } from './find-postgres.ts';
export {
  haltPostgres,
  type PostgresServer,
  restartPostgres,
  resumePostgres,
  type StopMode,
  startPostgres,
  stopPostgres,
} from './postgres.ts';
export type { ProvidedPostgres } from './provide-postgres.ts';
export { createTestDatabase, type DatabaseTemplate, type TestDatabase } from './test-database.ts';
