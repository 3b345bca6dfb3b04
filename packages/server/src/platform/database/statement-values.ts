import { documentColumn, listColumn, plainColumn, textColumn } from './columns.ts';
import { jsonText } from './json-text.ts';
import { type Column, type RowColumns, type RowOf, sourceName, valueSql } from './row-columns.ts';

/** Rows of a statement as SQL. */
export interface RowSource {
  /** For `from`. */
  readonly from: string;
  /** Select list, in the order of `RowColumns.names`. */
  readonly values: string;
  /** The same, each value under its column's name. */
  readonly renamed: string;
}

/**
 * The parameters of one statement: assigns the placeholders while the SQL is put together, and encodes the
 * values of each call.
 */
export class StatementValues<Input> {
  readonly #encoders: ((input: Input) => unknown)[] = [];

  /** Adds a parameter and returns its placeholder. */
  add(encode: (input: Input) => unknown): string {
    return `$${this.#encoders.push(encode)}`;
  }

  of(input: Input): unknown[] {
    return this.#encoders.map((encode) => encode(input));
  }

  /**
   * Rows as one parameter per column: what nearly every message writes
   * (ADR 0014).
   */
  columnRows<Defined extends RowColumns>(
    { columns }: Defined,
    rowsOf: (input: Input) => readonly RowOf<Defined>[],
  ): RowSource {
    const sources = columns.map((column) => {
      const placeholder = this.add((input) => encodeColumn(column, rowsOf(input)));
      return column.form === 'document'
        ? `unnest(string_to_array(${placeholder}::text, E'\\x1e'))`
        : `${placeholder}::text::${column.form === 'plain' ? column.sql : 'text'}[]`;
    });
    const plain = sources.filter((_source, index) => columns[index]?.form !== 'document');
    const documents = sources.filter((_source, index) => columns[index]?.form === 'document');
    const functions = [`unnest(${plain.join(', ')})`, ...documents];
    return {
      from: `rows from (${functions.join(', ')}) as r(${columns.map(sourceName).join(', ')})`,
      values: columns.map(valueSql).join(', '),
      renamed: columns.map((column) => `${valueSql(column)} as ${column.name}`).join(', '),
    };
  }

  /** Rows as one JSON text: everything rarer (ADR 0007). */
  recordRows<Defined extends RowColumns>(
    { columns }: Defined,
    rowsOf: (input: Input) => readonly RowOf<Defined>[],
  ): RowSource {
    const placeholder = this.add((input) => jsonText(rowsOf(input)));
    const record = columns.map((column) => `${sourceName(column)} ${column.sql}`).join(', ');
    return {
      from: `jsonb_to_recordset(${placeholder}::jsonb) as r(${record})`,
      values: columns.map(sourceName).join(', '),
      renamed: columns.map((column) => `${sourceName(column)} as ${column.name}`).join(', '),
    };
  }
}

const encoders: Readonly<Record<Column['form'], (values: readonly never[]) => string>> = {
  plain: plainColumn,
  text: textColumn,
  codes: listColumn,
  texts: (lists: readonly (readonly string[] | null)[]) =>
    textColumn(lists.map((list) => list && textColumn(list))),
  hex: (values: readonly (Uint8Array | null)[]) => plainColumn(values.map((bytes) => bytes && hexOf(bytes))),
  document: documentColumn,
};

function encodeColumn(
  { property, form }: Column,
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  // RowOf gave the property the type that belongs to the column's form.
  return encoders[form](rows.map((row) => row[property] as never));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
