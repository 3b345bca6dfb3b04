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
  /** A key with every scope, for the person at this machine. */
  key: string;
  /** A key that can only look, for the front page of a demo; null elsewhere. */
  pageKey: string | null;
}

/** Each machine and data folder has its own, so that several on one database do not end each other's. */
const keyNameFor = (dataFolder: string): string => `${hostname()} ${resolve(dataFolder)}`.slice(0, 100);

/** The workspace to begin with: the oldest there is, or a new one. Its local key is made anew at each start, and the former one ends. */
export async function openFirstWorkspace(
  application: Application,
  fresh: { slug: string; name: string; isDemo: boolean },
  dataFolder: string,
): Promise<OpenWorkspace> {
  const { database } = application;
  const [oldest] = await listWorkspaces(database, null);
  const workspace = oldest ?? (await addWorkspace(database, { id: v7(), ...fresh }));
  if (!workspace) throw new Error('The first workspace could not be made.');
  const name = keyNameFor(dataFolder);
  const key = await makeKey(database, workspace.id, { name, scopes: scopeNames, isInstallation: true });
  if (!workspace.isDemo) return { workspace, key, pageKey: null };
  const looking = { name: `${name} page`, scopes: ['shipments:read', 'events:read'], isInstallation: false };
  return { workspace, key, pageKey: await makeKey(database, workspace.id, looking) };
}

/** Makes a key anew and ends the former one of this name. */
async function makeKey(
  database: Database,
  workspaceId: string,
  wanted: { name: string; scopes: readonly string[]; isInstallation: boolean },
): Promise<string> {
  await revokeKeysNamed(database, workspaceId, wanted.name);
  const secret = newKeySecret((count) => randomBytes(count));
  await addApiKey(database, { id: v7(), workspaceId, secret, ...wanted });
  return secret;
}
