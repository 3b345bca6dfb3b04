import { createAdapterFactory } from 'better-auth/adapters';
import type { Queries } from '../../platform/database/database.ts';
import {
  type AuthRow,
  countAuthRows,
  deleteAuthRows,
  findAuthRows,
  insertAuthRow,
  updateAuthRows,
} from './store/auth-rows.ts';

/**
 * Runs better-auth on our database interface: its records are our rows, on both engines, without a second
 * pool.
 */
export function authAdapter(queries: Queries) {
  return createAdapterFactory({
    config: {
      adapterId: 'milepost',
      adapterName: 'Milepost',
      supportsUUIDs: false,
      supportsNumericIds: false,
      customTransformOutput: ({ data, fieldAttributes }) =>
        fieldAttributes.type === 'date' && typeof data === 'number' ? new Date(data) : data,
    },
    adapter: () => ({
      create: async ({ model, data }) => asAsked(await insertAuthRow(queries, model, data)),
      findOne: async ({ model, where }) => {
        const rows = await findAuthRows(queries, model, where, { limit: 1 });
        return firstOf(rows);
      },
      findMany: async ({ model, where = [], limit, offset, sortBy }) => {
        const selection = {
          limit,
          ...(offset === undefined ? {} : { offset }),
          ...(sortBy === undefined ? {} : { sort: sortBy }),
        };
        return asAsked(await findAuthRows(queries, model, where, selection));
      },
      count: ({ model, where = [] }) => countAuthRows(queries, model, where),
      update: async ({ model, where, update }) => {
        const set = asAsked<AuthRow>(update);
        return firstOf(await updateAuthRows(queries, model, where, { set, onlyOne: true }));
      },
      updateMany: async ({ model, where, update }) => {
        const rows = await updateAuthRows(queries, model, where, { set: update, onlyOne: false });
        return rows.length;
      },
      delete: async ({ model, where }) => {
        await deleteAuthRows(queries, model, where, true);
      },
      deleteMany: async ({ model, where }) => (await deleteAuthRows(queries, model, where, false)).length,
      consumeOne: async ({ model, where }) => firstOf(await deleteAuthRows(queries, model, where, true)),
      incrementOne: async ({ model, where, increment, set = {} }) =>
        firstOf(await updateAuthRows(queries, model, where, { set, increment, onlyOne: true })),
    }),
  });
}

function firstOf<T>(rows: readonly AuthRow[]): T | null {
  return asAsked<T | undefined>(rows[0]) ?? null;
}

/**
 * better-auth states the type of the records it requests. The columns are in store/auth-tables.ts; tests
 * compare the two.
 */
function asAsked<T>(rows: unknown): T {
  // See above: the caller's type is the only one there is.
  return rows as T;
}
