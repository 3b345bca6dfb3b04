import { describeSchema, migrate, openPglite } from '@milepost/server/database';
import type { Generator } from './generator.ts';

const file = 'packages/server/src/platform/database/schema.txt';

/** The schema that results from the migrations, so that reviewers see more than the individual steps. */
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
