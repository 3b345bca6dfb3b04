import { type AuthTable, columnOf } from './auth-tables.ts';

/** One condition as better-auth states it; conditions joined by OR form one group beside the others. */
export interface AuthCondition {
  field: string;
  value: unknown;
  operator?: string | undefined;
  connector?: 'AND' | 'OR' | undefined;
  mode?: string | undefined;
}

const comparisons: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/** The text of a statement and its values grow together, so that no value ever becomes text. */
export class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value instanceof Date ? value.toISOString() : value);
    return `$${this.list.length}`;
  }
}

/** `true` where there is no condition. */
export function conditionOf(table: AuthTable, conditions: readonly AuthCondition[], values: Values): string {
  const texts = (connector: 'AND' | 'OR'): string[] =>
    conditions
      .filter((one) => (one.connector ?? 'AND') === connector)
      .map((one) => textOf(table, one, values));
  const all = texts('AND');
  const any = texts('OR');
  if (any.length > 0) all.push(`(${any.join(' or ')})`);
  return all.length === 0 ? 'true' : all.join(' and ');
}

function textOf(
  table: AuthTable,
  { field, value, operator = 'eq', mode }: AuthCondition,
  values: Values,
): string {
  const column = columnOf(table, field);
  if (operator === 'in') return `${column} = any(${values.add(value)})`;
  if (value === null && operator === 'eq') return `${column} is null`;
  if (value === null && operator === 'ne') return `${column} is not null`;
  const comparison = comparisons[operator];
  if (comparison === undefined || mode === 'insensitive')
    throw new Error(`Sign-in needs no condition "${operator}" so far.`);
  return `${column} ${comparison} ${values.add(value)}`;
}
