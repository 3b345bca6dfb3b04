import { describeSchema, migrate, openPglite } from '@milepost/server/database';
import type { Generator } from './generator.ts';

const file = 'packages/server/src/platform/database/schema.txt';

/** What the migrations lead to, so that a reviewer sees the schema and not only the steps towards it. */
export const schema: Generator = {
  name: 'database schema',
  async files() {
    const database = await openPglite(null);
    try {
      await migrate(database);
      return new Map([[file, await describeSchema(database)]]);
    } finally {
      await database.close();
    }
  },
};
