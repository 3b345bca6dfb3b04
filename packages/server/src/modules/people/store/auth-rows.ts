import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Queries } from '../../../platform/database/database.ts';
import { type AuthCondition, bindable, conditionOf } from './auth-condition.ts';
import { type AuthTable, authTable, columnOf, selectionOf } from './auth-tables.ts';

/**
 * A row of a sign-in table, read and written as better-auth requests it: generic statements over a closed
 * list of tables and columns. Instants are returned as milliseconds since 1970 UTC.
 */
export type AuthRow = Record<string, unknown>;

export async function insertAuthRow(queries: Queries, model: string, row: AuthRow): Promise<AuthRow> {
  const table = authTable(model);
  const fields = Object.keys(row);
  const columns = fields.map((field) => columnOf(table, field));
  const values = fields.map((field) => bindable(row[field]));
  const statement = sql`insert into ${raw(table.name)} (${join(columns)}) values (${join(values)}) returning ${selectionOf(table)}`;
  const [inserted] = await run<AuthRow>(queries, statement);
  if (!inserted) throw new Error('An insert of one row returns one row.');
  return inserted;
}

export interface AuthSelection {
  limit: number;
  offset?: number;
  sort?: { field: string; direction: 'asc' | 'desc' };
}

const directions = { asc: sql`asc`, desc: sql`desc` } as const;

export function findAuthRows(
  queries: Queries,
  model: string,
  conditions: readonly AuthCondition[],
  { limit, offset = 0, sort }: AuthSelection,
): Promise<AuthRow[]> {
  const table = authTable(model);
  const order = sort ? sql` order by ${columnOf(table, sort.field)} ${directions[sort.direction]}` : empty;
  return run(
    queries,
    sql`select ${selectionOf(table)} from ${raw(table.name)} where ${conditionOf(table, conditions)}${order} limit ${limit} offset ${offset}`,
  );
}

export interface AuthChange {
  set: AuthRow;
  /** Added to the present value, in the same statement. */
  increment?: Readonly<Record<string, number>>;
  /** Changes at most one row, even if more match. */
  onlyOne: boolean;
}

/** Returns the rows after the change. */
export function updateAuthRows(
  queries: Queries,
  model: string,
  conditions: readonly AuthCondition[],
  { set, increment = {}, onlyOne }: AuthChange,
): Promise<AuthRow[]> {
  const table = authTable(model);
  const assigned = Object.entries(set).map(
    ([field, value]) => sql`${columnOf(table, field)} = ${bindable(value)}`,
  );
  const added = Object.entries(increment).map(([field, by]) => {
    const column = columnOf(table, field);
    return sql`${column} = ${column} + ${by}`;
  });
  return run(
    queries,
    sql`update ${raw(table.name)} set ${join([...assigned, ...added], ', ')} where ${matching(table, conditions, onlyOne)} returning ${selectionOf(table)}`,
  );
}

/** Returns the deleted rows. If several callers take the same row at once, only one receives it. */
export function deleteAuthRows(
  queries: Queries,
  model: string,
  conditions: readonly AuthCondition[],
  onlyOne: boolean,
): Promise<AuthRow[]> {
  const table = authTable(model);
  return run(
    queries,
    sql`delete from ${raw(table.name)} where ${matching(table, conditions, onlyOne)} returning ${selectionOf(table)}`,
  );
}

/** With the lock a second caller waits, checks the conditions again, and then finds no row. */
function matching(table: AuthTable, conditions: readonly AuthCondition[], onlyOne: boolean): Sql {
  const where = conditionOf(table, conditions);
  return onlyOne ? sql`id = (select id from ${raw(table.name)} where ${where} limit 1 for update)` : where;
}

export async function countAuthRows(
  queries: Queries,
  model: string,
  conditions: readonly AuthCondition[],
): Promise<number> {
  const table = authTable(model);
  const where = conditionOf(table, conditions);
  const [row] = await run<{ count: number }>(
    queries,
    sql`select count(*) as count from ${raw(table.name)} where ${where}`,
  );
  return row?.count ?? 0;
}

function run<Row>(queries: Queries, { text, values }: Sql): Promise<Row[]> {
  return queries.query<Row>(text, values);
}
