import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { scopeNames } from '@milepost/contract';
import { v7 } from 'uuid';
import type { Application } from '../compose/compose.ts';
import {
  addApiKey,
  addWorkspace,
  listWorkspaces,
  newKeySecret,
  revokeKeysNamed,
  type WorkspaceRow,
} from '../modules/people/index.ts';
import type { Database } from '../platform/database/database.ts';

export interface OpenWorkspace {
  workspace: WorkspaceRow;
  /** A key with every scope, printed at start. */
  key: string;
  /** A read-only key for the developer page of a demo; null otherwise. */
  pageKey: string | null;
}

/**
 * Each machine and data folder has its own key, so that several servers on one database do not revoke each
 * other's.
 */
const keyNameFor = (dataFolder: string): string => `${hostname()} ${resolve(dataFolder)}`.slice(0, 100);

/** Opens the oldest workspace or creates one. Its local key is replaced at each start. */
export async function openFirstWorkspace(
  application: Application,
  fresh: { slug: string; name: string; isDemo: boolean },
  dataFolder: string,
): Promise<OpenWorkspace> {
  const { database } = application;
  const [oldest] = await listWorkspaces(database, null);
  const workspace = oldest ?? (await addWorkspace(database, { id: v7(), ...fresh }));
  if (!workspace) throw new Error('The first workspace could not be created.');
  const name = keyNameFor(dataFolder);
  const key = await replaceKey(database, workspace.id, { name, scopes: scopeNames, isInstallation: true });
  if (!workspace.isDemo) return { workspace, key, pageKey: null };
  const readOnly = { name: `${name} page`, scopes: ['shipments:read', 'events:read'], isInstallation: false };
  return { workspace, key, pageKey: await replaceKey(database, workspace.id, readOnly) };
}

/** Creates a key and revokes the previous one of this name. */
async function replaceKey(
  database: Database,
  workspaceId: string,
  wanted: { name: string; scopes: readonly string[]; isInstallation: boolean },
): Promise<string> {
  await revokeKeysNamed(database, workspaceId, wanted.name);
  const secret = newKeySecret((count) => randomBytes(count));
  await addApiKey(database, { id: v7(), workspaceId, secret, ...wanted });
  return secret;
}
