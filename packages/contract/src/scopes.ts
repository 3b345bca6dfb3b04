import { z } from 'zod';

/** The scopes of API keys and roles, with their descriptions. */
export const scopes = {
  'shipments:read': 'Read shipments, their history and the live stream.',
  'shipments:write': 'Register shipments.',
  'events:read': 'Export all events.',
  'raw:read': 'Read raw messages of carriers.',
  'review:read': 'Read the review queue.',
  'review:write': 'Replay or dismiss entries of the review queue.',
  'accounts:read': 'Read carrier accounts and feeds, without secrets.',
  'accounts:write': 'Add and delete carrier accounts.',
  'keys:write': 'List, create and revoke API keys of the workspace.',
  'workspaces:write':
    'Read, configure and delete the workspace; with an installation key, every workspace, and create new ones.',
  'people:read': 'Read members and invitations.',
  'people:write': 'Invite people, change roles and remove members.',
  'webhooks:write': 'List, add and delete webhook endpoints and read their deliveries.',
} as const;

export type Scope = keyof typeof scopes;

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const scopeNames = Object.keys(scopes) as Scope[];

export const scope = z.enum(scopeNames).describe('A permission of a key or role.');
