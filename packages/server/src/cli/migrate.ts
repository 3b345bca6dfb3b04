import { join, resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { migrate, openPglite, openPostgres } from '../platform/database/index.ts';
import { lockFolder } from '../platform/process/folder-lock.ts';

/** Applies pending migrations and prints them. `serve` does this by itself. */
export async function migrateCommand(): Promise<void> {
  const config = readConfig(process.env);
  const folder = resolve(config.MILEPOST_DATA);
  const unlock = config.DATABASE_URL === undefined ? lockFolder(folder) : () => undefined;
  const database =
    config.DATABASE_URL === undefined
      ? await openPglite(join(folder, 'database'))
      : openPostgres({ url: config.DATABASE_URL, connectionsMax: 2 });
  try {
    const applied = await migrate(database);
    process.stdout.write(
      applied.length === 0 ? 'The schema is up to date.\n' : `Applied: ${applied.join(', ')}\n`,
    );
  } finally {
    await database.close();
    unlock();
  }
}
