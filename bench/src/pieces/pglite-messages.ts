import { randomUUID } from 'node:crypto';
import { openPglite } from '@milepost/server/database';
import { medianTimes } from './compare.ts';
import type { Comparison, Piece } from './piece.ts';

const rounds = 200;

const statements = {
  'a small look-up': { sql: 'select id, place, note from piece where id = any($1::uuid[])', ids: 1 },
  '200 rows of 500 bytes': { sql: 'select id, place, note from piece where id = any($1::uuid[])', ids: 200 },
  'a join of 13 tables': {
    sql: `select a0.id from piece a0 ${Array.from({ length: 12 }, (_, n) => `join piece a${n + 1} on a${n + 1}.id = a${n}.id`).join(' ')} where a0.id = any($1::uuid[])`,
    ids: 20,
  },
};

/**
 * Named statements in PGlite's thread: bound and read by us as protocol bytes, against PGlite's own
 * `query`.
 */
export const pgliteMessages: Piece = {
  decision: '0011',
  library: "PGlite's query",
  async measure({ cleanup, log }) {
    const database = await openPglite(null);
    await cleanup.add(() => database.close());
    await database.script('create table piece (id uuid primary key, place integer, note text)');
    const ids = Array.from({ length: 2_000 }, () => randomUUID());
    await database.query(
      `insert into piece select id, place, repeat('The parcel was handled. ', 20) from unnest($1::uuid[]) with ordinality as r(id, place)`,
      [ids],
    );
    const comparisons: Comparison[] = [];
    for (const [what, { sql, ids: count }] of Object.entries(statements)) {
      log(what);
      const values = [`{${ids.slice(0, count).join(',')}}`];
      const sides = {
        own: () => database.query(sql, values, what.replaceAll(' ', '_')),
        library: () => database.query(sql, values),
      };
      await medianTimes(sides, 20);
      comparisons.push({ what, unit: 'ms', ...(await medianTimes(sides, rounds)) });
    }
    return comparisons;
  },
};
