/*
 * Finds shipments by anything known about them, in three steps from exact to fuzzy. A step runs only if
 * the steps before it found too little. SQL functions of the schema make the keys, the same for stored and
 * for typed text.
 *
 *   any part of a number, whole words ──► first letters of words ──► words with one typing error
 */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Queries } from '../../../platform/database/database.ts';
import {
  type ShipmentRecord,
  type StoredShipment,
  shipmentColumns,
  unpackShipments,
} from './shipment-read.ts';

export interface FoundShipment extends ShipmentRecord {
  /** Every number and reference, folded. */
  codes: string[];
  destinationPostcode: string | null;
}

interface Typed {
  code: string;
  /** Keys of every four consecutive characters, and of the first two or three. */
  parts: number[];
  begins: number[];
  wholeBegins: number;
  words: { word: string; exact: number; begins: number; slips: number[] }[];
}

const typedSql = `
select search_squeeze($2) as code,
  array(select distinct hashtext($1 || 'c' || substr(search_squeeze($2), place, 4)) from generate_series(1, length(search_squeeze($2)) - 3) as place) as parts,
  array(select hashtext($1 || 'b' || search_squeeze($2)) where length(search_squeeze($2)) in (2, 3)) as begins,
  hashtext($1 || 'p' || left(search_squeeze($2), 24)) as "wholeBegins",
  coalesce((select jsonb_agg(jsonb_build_object('word', word, 'exact', hashtext($1 || 'x' || word), 'begins', hashtext($1 || 'p' || word),
    'slips', array(select hashtext($1 || 'd' || slip) from unnest(search_slips(word)) as slip)))
    from (select distinct left(word, 24) as word from unnest(search_words(split_part($2, '@', 1))) as word where length(word) >= 2) as typed), '[]') as words`;

export interface SearchQuery {
  workspaceId: string;
  typed: string;
  /** Number of shipments wanted; a step that finds fewer is followed by the next. */
  limit: number;
}

/** Matching shipments, newest first within each step. The caller ranks them. */
export async function searchShipments(queries: Queries, query: SearchQuery): Promise<FoundShipment[]> {
  const ids = await searchIds(queries, query);
  const rows = await queries.query<StoredShipment<FoundShipment>>(
    `select ${shipmentColumns}, f.codes, s.destination_postcode as "destinationPostcode" from unnest($1::uuid[]) with ordinality as found(id, place)
     join shipment s on s.id = found.id join shipment_search f on f.shipment_id = s.id
     where s.workspace_id = $2 order by found.place`,
    [ids, query.workspaceId],
  );
  return unpackShipments(rows);
}

/** Ids of the matching shipments. */
export async function searchIds(queries: Queries, query: SearchQuery): Promise<string[]> {
  const [typed] = await queries.query<Typed>(typedSql, [query.workspaceId, query.typed], 'search_typed');
  if (!typed) return [];
  const found = new Set<string>();
  for (const step of stepsOf(typed)) {
    if (found.size > 0 && (found.size >= query.limit || step.onlyWhenNothing)) break;
    const searches = step.conditions.map((condition) => idsWhere(queries, query, condition));
    for (const ids of await Promise.all(searches)) for (const id of ids) found.add(id);
  }
  return [...found].slice(0, query.limit);
}

interface Condition {
  /** For each list, at least one of its keys must match. */
  anyOf: readonly (readonly number[])[];
  allOf: readonly number[];
  /** Must be part of one of the codes. */
  code: string | null;
}

interface Step {
  conditions: Condition[];
  onlyWhenNothing: boolean;
}

function stepsOf({ code, parts, begins, wholeBegins, words }: Typed): Step[] {
  const numbers: Condition[] = [];
  if (parts.length > 0) numbers.push({ anyOf: [], allOf: parts, code });
  if (begins.length > 0) numbers.push({ anyOf: [begins], allOf: [], code: null });
  const hasWords = words.length > 0;
  const exact = { anyOf: [], allOf: words.map((word) => word.exact), code: null };
  const beginning = { anyOf: words.map((word) => [word.begins]), allOf: [], code: null };
  // A postcode may be typed with or without a space.
  const whole = { anyOf: [[wholeBegins]], allOf: [], code: null };
  const slipped = { anyOf: words.map((word) => [word.begins, ...word.slips]), allOf: [], code: null };
  return [
    { conditions: [...numbers, ...(hasWords ? [exact] : [])], onlyWhenNothing: false },
    {
      conditions: [...(hasWords ? [beginning] : []), ...(code.length >= 2 ? [whole] : [])],
      onlyWhenNothing: false,
    },
    { conditions: hasWords ? [slipped] : [], onlyWhenNothing: true },
  ];
}

/** The newest shipments are looked at first. Constants in the text, because the planner must see them. */
const newestLimit = raw('2000');
/** From this many matches on, walking from the newest soon meets enough of them. */
const gatheredMax = 4_000;
const gatheredLimit = raw(String(gatheredMax));

/**
 * The newest matches. How many shipments match decides which way to read is fastest, and the planner's
 * estimate is unreliable. So a short look at the newest comes first, then all matches up to a limit, and
 * only if that limit is reached a walk from the newest backwards.
 */
async function idsWhere(queries: Queries, query: SearchQuery, condition: Condition): Promise<string[]> {
  const where = whereOf(query.workspaceId, condition);
  const newest = await run<{ id: string }>(
    queries,
    sql`select shipment_id as id
     from (select * from shipment_search where workspace_id = ${query.workspaceId} order by shipment_id desc limit ${newestLimit}) newest
     where ${where} order by shipment_id desc limit ${query.limit}`,
  );
  if (newest.length >= query.limit) return newest.map((row) => row.id);
  const gathered = await run<{ id: string; gathered: number }>(
    queries,
    sql`select shipment_id as id, count(*) over ()::int as gathered
     from (select shipment_id from shipment_search where ${where} limit ${gatheredLimit}) fitting order by shipment_id desc limit ${query.limit}`,
  );
  if ((gathered[0]?.gathered ?? 0) < gatheredMax) return gathered.map((row) => row.id);
  const rows = await run<{ id: string }>(
    queries,
    sql`select shipment_id as id from shipment_search where ${where} order by shipment_id desc limit ${query.limit}`,
  );
  return rows.map((row) => row.id);
}

function run<Row>(queries: Queries, { text, values }: Sql): Promise<Row[]> {
  return queries.query<Row>(text, values);
}

function whereOf(workspaceId: string, { anyOf, allOf, code }: Condition): Sql {
  const conditions = [sql`workspace_id = ${workspaceId}`];
  if (allOf.length > 0) conditions.push(sql`keys @> ${allOf}::int[]`);
  for (const keys of anyOf) conditions.push(sql`keys && ${keys}::int[]`);
  // The squeezed code contains letters and digits only, so no character is left that LIKE treats as a
  // wildcard.
  if (code !== null)
    conditions.push(sql`exists (select from unnest(codes) as own where own like ${`%${code}%`})`);
  return join(conditions, ' and ');
}
