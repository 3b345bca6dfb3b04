import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'migrations');

export interface Migration {
  version: number;
  name: string;
  /**
   * After a `breaking` migration no older process may run on the database; after a `compatible` one they may.
   */
  kind: 'compatible' | 'breaking';
  sql: string;
}

/**
 * Numbered files, forward only. Throws when a file breaks the form, because its order and kind are then
 * unknown.
 */
export function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readMigration(file));
}

function readMigration(file: string): Migration {
  const sql = readFileSync(join(folder, file), 'utf8');
  const version = Number(/^(\d{4})-/.exec(file)?.[1]);
  const kind = /^-- (compatible|breaking)\n-- \S/.exec(sql)?.[1];
  if (!Number.isInteger(version) || (kind !== 'compatible' && kind !== 'breaking')) {
    throw new Error(
      `${file}: a migration is named 0001-words.sql, and starts with the line "-- compatible" or "-- breaking" and a line that gives the reason.`,
    );
  }
  return { version, name: file, kind, sql };
}
