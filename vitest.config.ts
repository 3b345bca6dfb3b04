import { defineConfig } from 'vitest/config';

const everywhere = ['packages/**', 'bench/**', 'tools/**'];
const withSuffix = (suffix: string) => everywhere.map((folder) => `${folder}/*${suffix}`);
const databaseSetup = './packages/server/src/testing/provide-postgres.ts';

/**
 * Three kinds of tests, distinguished by name and folder: `unit` runs without network and database, in
 * seconds; `db` gets a PostgreSQL server; `e2e` starts the product as a process, one file at a time because
 * parallel files would compete for the processor.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: withSuffix('.test.ts'),
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
        },
      },
      {
        test: {
          name: 'db',
          // West of Greenwich a date that is handled as an instant becomes the day before.
          env: { TZ: 'America/New_York' },
          include: withSuffix('.db.test.ts'),
          globalSetup: [databaseSetup],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: [databaseSetup, './e2e/harness/set-up-run.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
