import type { Queries } from '../../../platform/database/database.ts';
import { type AuthCondition, conditionOf, Values } from './auth-condition.ts';
import { type AuthTable, authTable, columnOf, selectionOf } from './auth-tables.ts';

/**
 * Rows of the tables of sign-in, read and written as better-auth asks for them: generic statements over a closed list of tables and columns. Instants come
 * back as milliseconds since 1970 UTC.
 */
export type AuthRow = Record<string, unknown>;

export async function insertAuthRow(queries: Queries, model: string, row: AuthRow): Promise<AuthRow> {
  const table = authTable(model);
  const values = new Values();
  const fields = Object.keys(row);
  const columns = fields.map((field) => columnOf(table, field)).join(', ');
  const places = fields.map((field) => values.add(row[field])).join(', ');
  const sql = `insert into ${table.name} (${columns}) values (${places}) returning ${selectionOf(table)}`;
  const [made] = await queries.query<AuthRow>(sql, values.list);
  if (!made) throw new Error('An insert of one row returns one row.');
  return made;
}

export interface AuthSelection {
  limit: number;
  offset?: number;
  sort?: { field: string; direction: 'asc' | 'desc' };
}

export function findAuthRows(
  queries: Queries,
  model: string,
  conditions: readonly AuthCondition[],
  { limit, offset = 0, sort }: AuthSelection,
): Promise<AuthRow[]> {
  const table = authTable(model);
  const values = new Values();
  const where = conditionOf(table, conditions, values);
  const order = sort ? ` order by ${columnOf(table, sort.field)} ${directions[sort.direction]}` : '';
  const span = ` limit ${values.add(limit)} offset ${values.add(offset)}`;
  return queries.query(
    `select ${selectionOf(table)} from ${table.name} where ${where}${order}${span}`,
    values.list,
  );
}

const directions = { asc: 'asc', desc: 'desc' } as const;

export interface AuthChange {
  set: AuthRow;
  /** Added to what stands there, in the same statement. */
  increment?: Readonly<Record<string, number>>;
  /** At most one row, whatever the conditions fit. */
  onlyOne: boolean;
}

/** The rows as they are after the change. */
export function updateAuthRows(
  queries: Queries,
  model: string,
  conditions: readonly AuthCondition[],
  { set, increment = {}, onlyOne }: AuthChange,
): Promise<AuthRow[]> {
  const table = authTable(model);
  const values = new Values();
  const assigned = Object.entries(set).map(
    ([field, value]) => `${columnOf(table, field)} = ${values.add(value)}`,
  );
  const added = Object.entries(increment).map(([field, by]) => {
    const column = columnOf(table, field);
    return `${column} = ${column} + ${values.add(by)}`;
  });
  const where = whichOf(table, conditions, values, onlyOne);
  const changes = [...assigned, ...added].join(', ');
  return queries.query(
    `update ${table.name} set ${changes} where ${where} returning ${selectionOf(table)}`,
    values.list,
  );
}

/** The rows that are gone. Of several who take the same row at once, one gets it. */
export function deleteAuthRows(
  queries: Queries,
  model: string,
  conditions: readonly AuthCondition[],
  onlyOne: boolean,
): Promise<AuthRow[]> {
  const table = authTable(model);
  const values = new Values();
  const where = whichOf(table, conditions, values, onlyOne);
  return queries.query(
    `delete from ${table.name} where ${where} returning ${selectionOf(table)}`,
    values.list,
  );
}

/** The lock makes a second taker wait and look again, and then find nothing. */
function whichOf(
  table: AuthTable,
  conditions: readonly AuthCondition[],
  values: Values,
  onlyOne: boolean,
): string {
  const where = conditionOf(table, conditions, values);
  return onlyOne ? `id = (select id from ${table.name} where ${where} limit 1 for update)` : where;
}

export async function countAuthRows(
  queries: Queries,
  model: string,
  conditions: readonly AuthCondition[],
): Promise<number> {
  const table = authTable(model);
  const values = new Values();
  const where = conditionOf(table, conditions, values);
  const [row] = await queries.query<{ count: number }>(
    `select count(*) as count from ${table.name} where ${where}`,
    values.list,
  );
  return row?.count ?? 0;
}
