/*
 * Rows → one text per column, for statements that write many rows at once. Column names are not repeated with
 * each row, and values that cannot need quotes are not quoted (ADR 0014).
 */

import { jsonText, storableText } from './json-text.ts';

/**
 * Ids, numbers, instants, booleans and codes of closed vocabularies, for `unnest($1::text::uuid[])`. They
 * contain no character that is special in an array literal.
 */
export function plainColumn(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

/** Any text, for `unnest($1::text::text[])`. */
export function textColumn(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : quoted(value))).join(',')}}`;
}

/** Lists of codes of closed vocabularies, for `unnest($1::text::text[])` and a cast of each to `text[]`. */
export function listColumn(values: readonly (readonly string[])[]): string {
  return `{${values.map((value) => `"{${value.join(',')}}"`).join(',')}}`;
}

/** Separates two documents: JSON never contains this character unescaped. */
const recordSeparator = '\u001e';

/**
 * Documents, for `unnest(string_to_array($1, E'\x1e'))` and a cast of each to `json`. Not `string_to_table`,
 * because the planner expects a thousand rows from it and would read whole tables for a few.
 */
export function documentColumn(values: readonly unknown[]): string {
  return values.map(jsonText).join(recordSeparator);
}

function quoted(text: string): string {
  return `"${storableText(text).replaceAll(/["\\]/g, '\\$&')}"`;
}

/**
 * Placeholders for consecutive columns of these types, starting with `first`: `$9::text::uuid[],
 * $10::text::timestamptz[]`.
 */
export function arrays(first: number, types: string): string {
  return types
    .split(' ')
    .map((type, index) => `$${first + index}::text::${type}[]`)
    .join(', ');
}
