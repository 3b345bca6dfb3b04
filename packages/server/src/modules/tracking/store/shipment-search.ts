import type { Queries } from '../../../platform/database/database.ts';
import {
  type ShipmentRecord,
  type StoredShipment,
  shipmentColumns,
  unpackShipments,
} from './shipment-read.ts';

/**
 * Finds shipments by anything known of them, in three steps from the sharpest to the most forgiving; a later
 * one is taken only when those before found too little. Keys and folding are made by the functions of
 * the baseline migration, the same for what is kept and for what is typed.
 *
 *   any part of a number, words exactly ──► words as beginnings ──► words with one slip of the finger
 */
export interface FoundShipment extends ShipmentRecord {
  /** Every number and reference, folded. */
  codes: string[];
  destinationPostcode: string | null;
}

interface Typed {
  code: string;
  /** Keys of every four characters in a row, and of the begin. */
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

export interface SearchWish {
  workspaceId: string;
  typed: string;
  /** Shipments wanted; a step that finds fewer is followed by the next. */
  limit: number;
}

/** Shipments that fit, newest first within each step; ranking is the caller's. */
export async function searchShipments(queries: Queries, wish: SearchWish): Promise<FoundShipment[]> {
  const ids = await searchIds(queries, wish);
  const rows = await queries.query<StoredShipment<FoundShipment>>(
    `select ${shipmentColumns}, f.codes, s.destination_postcode as "destinationPostcode" from unnest($1::uuid[]) with ordinality as found(id, place)
     join shipment s on s.id = found.id join shipment_search f on f.shipment_id = s.id
     where s.workspace_id = $2 order by found.place`,
    [ids, wish.workspaceId],
  );
  return unpackShipments(rows);
}

/** Their ids alone. */
export async function searchIds(queries: Queries, wish: SearchWish): Promise<string[]> {
  const [typed] = await queries.query<Typed>(typedSql, [wish.workspaceId, wish.typed], 'search_typed');
  if (!typed) return [];
  const found = new Set<string>();
  for (const step of stepsOf(typed)) {
    if (found.size > 0 && (found.size >= wish.limit || step.onlyWhenNothing)) break;
    const searches = step.conditions.map((condition) => idsWhere(queries, wish, condition));
    for (const ids of await Promise.all(searches)) for (const id of ids) found.add(id);
  }
  return [...found].slice(0, wish.limit);
}

interface Condition {
  /** Each of them must be met by one of its keys at least. */
  anyOf: readonly (readonly number[])[];
  allOf: readonly number[];
  /** Must stand in one of the codes. */
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
  // A postcode is typed with a space or without.
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

/** What fits this often among the newest is found there. */
const newestLookedAt = 2_000;
/** Above this many, so large a part of all fits that walking from the newest meets enough of them soon. */
const gatheredMax = 4_000;

/**
 * The newest that fit. How many fit decides how to read, and the planner's guess at that is not to be relied
 * on: so first a short look at the newest, then everything that fits behind a limit, and only where that
 * limit is met a walk from the newest as far as it takes.
 */
async function idsWhere(queries: Queries, wish: SearchWish, condition: Condition): Promise<string[]> {
  const values: unknown[] = [wish.workspaceId, wish.limit];
  const where = whereOf(condition, values);
  const newest = await queries.query<{ id: string }>(
    `select shipment_id as id
     from (select * from shipment_search where workspace_id = $1 order by shipment_id desc limit ${newestLookedAt}) newest
     where ${where} order by shipment_id desc limit $2`,
    values,
  );
  if (newest.length >= wish.limit) return newest.map((row) => row.id);
  const gathered = await queries.query<{ id: string; gathered: number }>(
    `select shipment_id as id, count(*) over ()::int as gathered
     from (select shipment_id from shipment_search where ${where} limit ${gatheredMax}) fitting order by shipment_id desc limit $2`,
    values,
  );
  if ((gathered[0]?.gathered ?? 0) < gatheredMax) return gathered.map((row) => row.id);
  const rows = await queries.query<{ id: string }>(
    `select shipment_id as id from shipment_search where ${where} order by shipment_id desc limit $2`,
    values,
  );
  return rows.map((row) => row.id);
}

function whereOf({ anyOf, allOf, code }: Condition, values: unknown[]): string {
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = ['workspace_id = $1'];
  if (allOf.length > 0) conditions.push(`keys @> ${bind(allOf)}::int[]`);
  for (const keys of anyOf) conditions.push(`keys && ${bind(keys)}::int[]`);
  // The squeezed code holds letters and digits only, nothing that LIKE reads as a pattern but the underscore,
  // which squeezing takes away.
  if (code !== null)
    conditions.push(`exists (select from unnest(codes) as own where own like ${bind(`%${code}%`)})`);
  return conditions.join(' and ');
}
