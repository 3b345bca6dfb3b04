import { randomUUID } from 'node:crypto';
import type { Database } from '@milepost/server/database';
import { searchIds } from '@milepost/server/pieces';
import { type SeedTarget, seedList } from '../list/seed-list.ts';
import { percentile } from '../percentile.ts';
import { nameSql } from '../search/run-search.ts';
import { searches } from '../search/search-queries.ts';
import { medianTimes } from './compare.ts';
import { openEngines } from './open-engines.ts';
import type { Comparison, Piece } from './piece.ts';

const rounds = 7;
const limit = 50;
/** PGlite is for small shops. */
const pgliteShipments = 10_000;

/** The search of the product against pg_trgm over the same folded texts, the usual way to do it. */
export const searchKeys: Piece = {
  decision: '0013',
  library: 'pg_trgm (PostgreSQL)',
  async measure({ cleanup, log, shipments: wanted }) {
    const comparisons: Comparison[] = [];
    for (const database of await openEngines(cleanup)) {
      const shipments = database.engine === 'pglite' ? pgliteShipments : wanted;
      log(`making ${shipments} shipments on ${database.engine}`);
      const workspaceId = await makeShipments(database, shipments);
      await makeTrigrams(database);
      log('searching');
      comparisons.push(...(await compareSearches(database, workspaceId, shipments)));
      comparisons.push(await compareSizes(database));
    }
    return comparisons;
  },
};

async function makeShipments(database: Database, shipments: number): Promise<string> {
  const id = randomUUID();
  await database.query('insert into workspace (id, slug, name) values ($1, $2, $3)', [
    id,
    'pieces',
    'Pieces',
  ]);
  const named: SeedTarget = {
    query: (sql, values) => database.query(sql.replaceAll(`'Recipient ' || i`, nameSql), values),
  };
  await seedList(named, id, { shipments, eventsPerShipment: 0 });
  await database.script('vacuum (analyze) shipment_search');
  return id;
}

async function makeTrigrams(database: Database): Promise<void> {
  // The product's limit of a minute is too short for an index over many rows.
  await database.script(`
    set statement_timeout = 0;
    create extension pg_trgm;
    create table piece_trigram (shipment_id uuid primary key, workspace_id uuid not null, text text not null);
    insert into piece_trigram
      select shipment_id, workspace_id, array_to_string(codes, ' ') || ' ' || array_to_string(words, ' ') from shipment_search;
    create index piece_trigram_text on piece_trigram using gin (text gin_trgm_ops)`);
  await database.script('vacuum (analyze) piece_trigram');
}

async function compareSearches(
  database: Database,
  workspaceId: string,
  shipments: number,
): Promise<Comparison[]> {
  const own: number[] = [];
  const library: number[] = [];
  for (const typed of Object.values(searches).map((text) => typedOf(text, shipments))) {
    const sides = {
      own: () => searchIds(database, { workspaceId, typed, limit }),
      library: () => searchByTrigrams(database, workspaceId, typed),
    };
    await medianTimes(sides, 1);
    const times = await medianTimes(sides, rounds);
    own.push(times.own);
    library.push(times.library);
  }
  const about = `${database.engine}, ${shipments} shipments`;
  const at = (rank: number) => ({
    unit: 'ms',
    own: percentile(own, rank) ?? 0,
    library: percentile(library, rank) ?? 0,
  });
  return [
    { what: `${about}: median kind of search`, ...at(50) },
    { what: `${about}: slowest kind of search`, ...at(100) },
  ];
}

/** The searches name shipment 700,000 of a million; here it is the shipment at the same place of fewer. */
function typedOf(text: string, shipments: number): string {
  const number = String(shipments * 0.7);
  const padded = number.padStart(12, '0');
  return text
    .replace('000000700000', padded)
    .replace('0000 0070 0000', padded.replaceAll(/(?<=^(?:\d{4})+)/g, ' ').trim())
    .replace('700000', number);
}

/** Whole parts of the text first; if nothing has them all, what is similar. */
async function searchByTrigrams(database: Database, workspaceId: string, typed: string): Promise<string[]> {
  const parts = await database.query<{ id: string }>(
    `select shipment_id as id from piece_trigram
     where workspace_id = $1 and text like all (array(select '%' || word || '%' from unnest(search_words($2)) as word))
     order by shipment_id desc limit $3`,
    [workspaceId, typed, limit],
  );
  if (parts.length > 0) return parts.map((row) => row.id);
  const similar = await database.query<{ id: string }>(
    `select shipment_id as id from piece_trigram
     where workspace_id = $1 and search_fold($2) <% text
     order by word_similarity(search_fold($2), text) desc, shipment_id desc limit $3`,
    [workspaceId, typed, limit],
  );
  return similar.map((row) => row.id);
}

async function compareSizes(database: Database): Promise<Comparison> {
  const [row] = await database.query<{ own: number; library: number }>(
    `select pg_total_relation_size('shipment_search')::float8 as own, pg_total_relation_size('piece_trigram')::float8 as library`,
  );
  const mebibytes = (bytes = 0): number => bytes / 2 ** 20;
  return {
    what: `${database.engine}: table and indexes`,
    unit: 'MiB',
    own: mebibytes(row?.own),
    library: mebibytes(row?.library),
  };
}
