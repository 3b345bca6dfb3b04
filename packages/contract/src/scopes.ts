import { z } from 'zod';

/** What an API key or a role may do, each with its meaning. */
export const scopes = {
  'shipments:read': 'Read shipments, their history and the live stream.',
  'shipments:write': 'Register shipments.',
  'events:read': 'Read the whole record of events.',
  'raw:read': 'Read messages of carriers as they were sent.',
  'review:read': 'Read the review queue.',
  'review:write': 'Replay or dismiss entries of the review queue.',
  'accounts:read': 'Read carrier accounts, without their secrets.',
  'accounts:write': 'Add and remove carrier accounts.',
  'keys:write': 'List, make and revoke API keys of the workspace.',
  'workspaces:write':
    'Read and remove the workspace; with an installation key, every workspace, and make new ones.',
  'people:read': 'See the people of the workspace and who is invited.',
  'people:write': 'Invite people, change their roles and take them out.',
  'webhooks:write': 'List, add and remove webhook endpoints and see their deliveries.',
} as const;

export type Scope = keyof typeof scopes;

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const scopeNames = Object.keys(scopes) as Scope[];

export const scope = z.enum(scopeNames).describe('What a key or a role may do.');
