import sql, { join, type Sql } from 'sql-template-tag';
import { type AuthTable, columnOf } from './auth-tables.ts';

/** A condition in better-auth's form. Conditions joined by OR form one group. */
export interface AuthCondition {
  field: string;
  value: unknown;
  operator?: string | undefined;
  connector?: 'AND' | 'OR' | undefined;
  mode?: string | undefined;
}

const comparisons: Readonly<Record<string, Sql>> = {
  eq: sql`=`,
  ne: sql`<>`,
  lt: sql`<`,
  lte: sql`<=`,
  gt: sql`>`,
  gte: sql`>=`,
};

/** An SQL condition; `true` when there is none. */
export function conditionOf(table: AuthTable, conditions: readonly AuthCondition[]): Sql {
  const joinedBy = (connector: 'AND' | 'OR'): Sql[] =>
    conditions
      .filter((condition) => (condition.connector ?? 'AND') === connector)
      .map((condition) => comparisonOf(table, condition));
  const all = joinedBy('AND');
  const any = joinedBy('OR');
  if (any.length > 0) all.push(sql`(${join(any, ' or ')})`);
  return all.length === 0 ? sql`true` : join(all, ' and ');
}

function comparisonOf(table: AuthTable, { field, value, operator = 'eq', mode }: AuthCondition): Sql {
  const column = columnOf(table, field);
  if (operator === 'in') return sql`${column} = any(${value})`;
  if (value === null && operator === 'eq') return sql`${column} is null`;
  if (value === null && operator === 'ne') return sql`${column} is not null`;
  const comparison = comparisons[operator];
  if (comparison === undefined || mode === 'insensitive')
    throw new Error(`Sign-in does not support the condition "${operator}" yet.`);
  return sql`${column} ${comparison} ${bindable(value)}`;
}

/** Both engines take instants as ISO 8601 text. */
export function bindable(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
