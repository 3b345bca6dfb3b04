import { createHash } from 'node:crypto';
import type { Queries } from '../../../platform/database/database.ts';

/** The key of a request and its permissions. */
export interface KeyHolder {
  keyId: string;
  workspaceId: string;
  scopes: string[];
  /** Has access to all workspaces and may create new ones. */
  isInstallation: boolean;
}

export interface ApiKeyRow {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  isInstallation: boolean;
  createdAt: number;
  lastUsedAt: number | null;
}

export interface NewApiKey {
  id: string;
  workspaceId: string;
  name: string;
  /** The key in clear text; only its hash is stored. */
  secret: string;
  scopes: readonly string[];
  isInstallation?: boolean;
}

/** `mp_` and 256 random bits. */
export function newKeySecret(random: (count: number) => Uint8Array): string {
  return `mp_${Buffer.from(random(32)).toString('base64url')}`;
}

function hashOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

const columns = `id, name, hint, scopes, is_installation as "isInstallation", created_at as "createdAt", last_used_at as "lastUsedAt"`;

export async function addApiKey(queries: Queries, key: NewApiKey): Promise<ApiKeyRow> {
  const [row] = await queries.query<ApiKeyRow>(
    `insert into api_key (id, workspace_id, name, hint, secret_hash, scopes, is_installation)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
    [
      key.id,
      key.workspaceId,
      key.name,
      key.secret.slice(-4),
      hashOf(key.secret),
      key.scopes,
      key.isInstallation ?? false,
    ],
  );
  if (!row) throw new Error('An insert of one row returns one row.');
  return row;
}

/** The holder of this key; null when it is unknown or revoked. Records the time of use, to the minute. */
export async function findKeyHolder(queries: Queries, secret: string): Promise<KeyHolder | null> {
  const [row] = await queries.query<KeyHolder>(
    `with used as (
       update api_key set last_used_at = now()
       where secret_hash = $1 and revoked_at is null and (last_used_at is null or last_used_at < now() - interval '1 minute')
     )
     select id as "keyId", workspace_id as "workspaceId", scopes, is_installation as "isInstallation"
     from api_key where secret_hash = $1 and revoked_at is null`,
    [hashOf(secret)],
    'find_key_holder',
  );
  return row ?? null;
}

export function listApiKeys(queries: Queries, workspaceId: string): Promise<ApiKeyRow[]> {
  return queries.query<ApiKeyRow>(
    `select ${columns} from api_key where workspace_id = $1 and revoked_at is null order by id`,
    [workspaceId],
  );
}

/** False when the workspace has no such valid key. */
export async function revokeApiKey(queries: Queries, workspaceId: string, id: string): Promise<boolean> {
  const rows = await queries.query(
    'update api_key set revoked_at = now() where workspace_id = $1 and id = $2 and revoked_at is null returning id',
    [workspaceId, id],
  );
  return rows.length > 0;
}
