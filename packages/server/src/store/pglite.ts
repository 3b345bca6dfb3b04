import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { type Database, retryingLostRaces } from './database.ts';
import { parserByType } from './value-parsers.ts';

/**
 * PostgreSQL in this very process, its data a folder (or memory, when `folder` is null). One connection: transactions queue up.
 * Safe against a crash of the process, not against power loss: it never asks the disk to flush.
 */
export async function openPglite(folder: string | null): Promise<Database> {
  if (folder !== null) mkdirSync(dirname(folder), { recursive: true });
  const options = { parsers: Object.fromEntries(parserByType), relaxedDurability: false };
  const db = await (folder === null ? PGlite.create(options) : PGlite.create(folder, options));
  return {
    engine: 'pglite',
    query: (sql, values) => rowsOf(db, sql, values),
    transaction: (work) =>
      retryingLostRaces(() =>
        db.transaction((tx) => work({ query: (sql, values) => rowsOf(tx, sql, values) })),
      ),
    script: async (sql) => {
      await db.exec(sql);
    },
    listen: (channel, wake) => db.listen(channel, wake),
    close: () => db.close(),
  };
}

type PgliteQuery = Pick<Transaction, 'query'>;

async function rowsOf<Row>(
  target: PgliteQuery,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const answer = await target.query<Row>(sql, [...values]);
  return answer.rows;
}
