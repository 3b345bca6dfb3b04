/*
 * One table of typed columns per relation, for statements that write many rows at once. The row's TypeScript
 * type, the column list of the insert, the select list, the assignments of an update and the encoding all
 * derive from it, so a column is added in one place and the compiler then demands its value:
 *
 *   const legColumns = defineColumns({ id: 'uuid', shipmentId: 'uuid', nextPollAt: 'timestamptz?' });
 *   type LegRow = RowOf<typeof legColumns>; // { id: string; shipmentId: string; nextPollAt: string | null }
 *   legColumns.names                        // id, shipment_id, next_poll_at
 *
 * In SQL a source of rows has the properties' names ("shipmentId"), and only tables have column names
 * (shipment_id).
 */

/** The PostgreSQL type of each column type, and how a list of its values is sent as one parameter. */
const columnTypes = {
  uuid: { sql: 'uuid', form: 'plain' },
  /** Text from a closed vocabulary, which needs no quotes in an array literal. */
  code: { sql: 'text', form: 'plain' },
  text: { sql: 'text', form: 'text' },
  boolean: { sql: 'boolean', form: 'plain' },
  smallint: { sql: 'smallint', form: 'plain' },
  integer: { sql: 'integer', form: 'plain' },
  bigint: { sql: 'bigint', form: 'plain' },
  /** ISO date. */
  date: { sql: 'date', form: 'plain' },
  /** ISO 8601 instant. */
  timestamptz: { sql: 'timestamptz', form: 'plain' },
  'code[]': { sql: 'text[]', form: 'codes' },
  'text[]': { sql: 'text[]', form: 'texts' },
  bytea: { sql: 'bytea', form: 'hex' },
  json: { sql: 'json', form: 'document' },
  jsonb: { sql: 'jsonb', form: 'document' },
  /** JSON in a column of type text. */
  'json text': { sql: 'text', form: 'document' },
} as const;

type ColumnType = keyof typeof columnTypes;

/** A question mark means that the column may be null. */
export type ColumnSpec = ColumnType | `${ColumnType}?`;
export type ColumnSpecs = Readonly<Record<string, ColumnSpec>>;

interface Values extends Record<ColumnType, unknown> {
  uuid: string;
  code: string;
  text: string;
  boolean: boolean;
  smallint: number;
  integer: number;
  bigint: number;
  date: string;
  timestamptz: string;
  bytea: Uint8Array;
  'code[]': readonly string[];
  'text[]': readonly string[];
}

type ValueOf<Spec extends ColumnSpec> = Spec extends ColumnType
  ? Values[Spec]
  : Spec extends `${infer Type extends ColumnType}?`
    ? Values[Type] | null
    : never;

export type RowOf<Defined extends RowColumns> = {
  readonly [Name in keyof Defined['specs']]: ValueOf<Defined['specs'][Name]>;
};

export interface Column {
  /** Of the row's property. */
  readonly property: string;
  /** Of the table's column. */
  readonly name: string;
  readonly sql: string;
  readonly form: 'plain' | 'text' | 'codes' | 'texts' | 'hex' | 'document';
}

export interface RowColumns<Specs extends ColumnSpecs = ColumnSpecs> {
  readonly specs: Specs;
  /** Documents come last, see `columnRows`. */
  readonly columns: readonly Column[];
  /** For `insert into … (names)`. */
  readonly names: string;
}

export function defineColumns<const Specs extends ColumnSpecs>(specs: Specs): RowColumns<Specs> {
  const all = Object.entries(specs).map(([property, spec]) => columnOf(property, spec));
  const columns = [
    ...all.filter(({ form }) => form !== 'document'),
    ...all.filter(({ form }) => form === 'document'),
  ];
  return { specs, columns, names: columns.map(({ name }) => name).join(', ') };
}

function columnOf(property: string, spec: ColumnSpec): Column {
  // A specification is a type with or without a question mark.
  const type = spec.replace('?', '') as ColumnType;
  const name = property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return { property, name, ...columnTypes[type] };
}

/** `milestone = r."milestone", …`: the assignments of an update from a source that is named r. */
export function assignments<Specs extends ColumnSpecs>(
  { columns }: RowColumns<Specs>,
  {
    except,
    keepFirst,
    target,
  }: { except: readonly (keyof Specs)[]; keepFirst: readonly (keyof Specs)[]; target: string },
): string {
  return columns
    .filter(({ property }) => !except.includes(property))
    .map((column) => {
      const value = `r.${valueSql(column)}`;
      const isKept = keepFirst.includes(column.property);
      return `${column.name} = ${isKept ? `coalesce(${target}.${column.name}, ${value})` : value}`;
    })
    .join(', ');
}

/** The column's name in a source of rows. */
export function sourceName({ property }: Column): string {
  return `"${property}"`;
}

/** The column's value in a source made by `columnRows`, where lists, bytes and documents arrive as text. */
export function valueSql(column: Column): string {
  if (column.form === 'hex') return `decode(${sourceName(column)}, 'hex')`;
  const isCast = column.form !== 'plain' && column.sql !== 'text';
  return isCast ? `${sourceName(column)}::${column.sql}` : sourceName(column);
}
