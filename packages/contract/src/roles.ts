import { z } from 'zod';
import { type Scope, scopeNames } from './scopes.ts';

/** What people are in a workspace, each with its meaning. */
export const roles = {
  admin: 'Runs the workspace: everything, and the people, keys and settings.',
  operations:
    'Keeps shipments moving: registers and searches them, works the review queue, looks after carrier accounts.',
  customer_service: 'Answers recipients: finds and registers shipments and sees everything about them.',
  account_manager:
    'Answers for senders: sees shipments, the record and how carriers do, and changes nothing.',
  viewer: 'Looks at shipments, without e-mail addresses of recipients and without who signed.',
} as const;

export type Role = keyof typeof roles;

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const roleNames = Object.keys(roles) as Role[];

export const role = z.enum(roleNames).describe('What somebody is in a workspace.');

/** Who may do what. A new scope does not compile until it is decided here. */
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

/** The scopes that come with a role. */
export function scopesOfRole(name: Role): Scope[] {
  return scopeNames.filter((scope) => rolesByScope[scope].includes(name));
}

interface GuardedField {
  meaning: string;
  roles: readonly Role[];
}

/** Fields that not everybody sees who may read the document around them. For the others they are null. `a.b` is the field `b` of an object `a`. */
export const guardedFields = {
  'recipient.email': {
    meaning: 'The e-mail address of the recipient.',
    roles: ['admin', 'operations', 'customer_service', 'account_manager'],
  },
  signedBy: {
    meaning: 'The name of whoever signed for a parcel.',
    roles: ['admin', 'operations', 'customer_service', 'account_manager'],
  },
} as const satisfies Readonly<Record<string, GuardedField>>;

export type GuardedFieldName = keyof typeof guardedFields;

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const guardedFieldNames = Object.keys(guardedFields) as GuardedFieldName[];

/** The fields that this role does not see. */
export function hiddenFieldsOfRole(name: Role): GuardedFieldName[] {
  return guardedFieldNames.filter((field) => {
    const { roles: shownTo }: GuardedField = guardedFields[field];
    return !shownTo.includes(name);
  });
}
