import { z } from 'zod';
import { type Scope, scopeNames } from './scopes.ts';

/** The roles of members of a workspace, with their descriptions. */
export const roles = {
  admin: 'Manages the workspace: all permissions, including people, keys and settings.',
  operations:
    'Handles shipments: registers and searches them, resolves the review queue, manages carrier accounts.',
  customer_service: 'Supports recipients: finds and registers shipments and sees all their details.',
  account_manager: 'Supports senders: sees shipments, events and carrier feeds; read-only.',
  viewer: 'Sees shipments without recipients’ e-mail addresses and signers’ names; read-only.',
} as const;

export type Role = keyof typeof roles;

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const roleNames = Object.keys(roles) as Role[];

export const role = z.enum(roleNames).describe('Role in the workspace.');

/** The roles that have a scope. A new scope does not compile without an entry here. */
const rolesByScope: Readonly<Record<Scope, readonly Role[]>> = {
  'shipments:read': ['admin', 'operations', 'customer_service', 'account_manager', 'viewer'],
  'shipments:write': ['admin', 'operations', 'customer_service'],
  'events:read': ['admin', 'operations', 'customer_service', 'account_manager'],
  'raw:read': ['admin', 'operations', 'customer_service'],
  'review:read': ['admin', 'operations', 'customer_service'],
  'review:write': ['admin', 'operations'],
  'accounts:read': ['admin', 'operations', 'customer_service', 'account_manager'],
  'accounts:write': ['admin', 'operations'],
  'keys:write': ['admin'],
  'workspaces:write': ['admin'],
  'webhooks:write': ['admin'],
  'people:read': ['admin', 'operations', 'customer_service', 'account_manager'],
  'people:write': ['admin'],
};

/** The scopes of a role. */
export function scopesOfRole(name: Role): Scope[] {
  return scopeNames.filter((scope) => rolesByScope[scope].includes(name));
}

interface GuardedField {
  meaning: string;
  roles: readonly Role[];
}

/**
 * Personal fields that only some roles see; for other roles they are null. `a.b` is the field `b` of an
 * object `a`.
 */
export const guardedFields = {
  'recipient.email': {
    meaning: 'The e-mail address of the recipient.',
    roles: ['admin', 'operations', 'customer_service', 'account_manager'],
  },
  signedBy: {
    meaning: 'The name of the person who signed for a parcel.',
    roles: ['admin', 'operations', 'customer_service', 'account_manager'],
  },
} as const satisfies Readonly<Record<string, GuardedField>>;

export type GuardedFieldName = keyof typeof guardedFields;

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const guardedFieldNames = Object.keys(guardedFields) as GuardedFieldName[];

/** The fields that are null for a role. */
export function hiddenFieldsOfRole(name: Role): GuardedFieldName[] {
  return guardedFieldNames.filter((field) => {
    const { roles: shownTo }: GuardedField = guardedFields[field];
    return !shownTo.includes(name);
  });
}
