import { join, raw, type Sql } from 'sql-template-tag';

/**
 * The tables of sign-in, under better-auth's names. Only these tables and columns can be queried, so a
 * name in a request never becomes SQL.
 */
export interface AuthTable {
  name: string;
  /** better-auth's field → our column. */
  columns: Readonly<Record<string, string>>;
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

const tables: Readonly<Record<string, AuthTable>> = {
  user: {
    name: 'person',
    columns: {
      id: 'id',
      email: 'email',
      name: 'name',
      emailVerified: 'email_verified',
      twoFactorEnabled: 'two_factor_enabled',
      ...times,
    },
  },
  account: {
    name: 'credential',
    columns: {
      id: 'id',
      userId: 'person_id',
      providerId: 'provider',
      accountId: 'account',
      password: 'password_hash',
      ...times,
    },
  },
  session: {
    name: 'session',
    columns: {
      id: 'id',
      userId: 'person_id',
      token: 'token',
      ipAddress: 'address',
      userAgent: 'user_agent',
      expiresAt: 'expires_at',
      ...times,
    },
  },
  verification: {
    name: 'verification',
    columns: { id: 'id', identifier: 'identifier', value: 'value', expiresAt: 'expires_at', ...times },
  },
  twoFactor: {
    name: 'second_factor',
    columns: {
      id: 'id',
      userId: 'person_id',
      secret: 'secret',
      backupCodes: 'backup_codes',
      verified: 'verified',
      failedVerificationCount: 'failures',
      lockedUntil: 'locked_until',
    },
  },
};

export function authTable(model: string): AuthTable {
  const table = tables[model];
  if (!table) throw new Error(`There is no table for ${model}.`);
  return table;
}

export function columnOf(table: AuthTable, field: string): Sql {
  const column = table.columns[field];
  if (column === undefined) throw new Error(`The table ${table.name} has no column for ${field}.`);
  return raw(column);
}

/** Every column under better-auth's name. */
export function selectionOf(table: AuthTable): Sql {
  const columns = Object.entries(table.columns).map(([field, column]) => raw(`${column} as "${field}"`));
  return join(columns, ', ');
}
