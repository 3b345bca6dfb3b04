export * from './database.ts';
export { describeSchema } from './describe-schema.ts';
export { migrate, readMigrations } from './migrate.ts';
export { openPglite } from './pglite.ts';
export { openPostgres } from './postgres.ts';
