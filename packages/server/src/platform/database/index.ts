export * from './database.ts';
export { describeSchema } from './describe-schema.ts';
export { migrate, SchemaRefused } from './migrate.ts';
export { openPglite } from './pglite.ts';
export { openPostgres } from './postgres.ts';
export { readMigrations } from './read-migrations.ts';
