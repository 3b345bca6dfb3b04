import type { Queries } from '../../database/database.ts';
import { jsonText } from '../../database/json-text.ts';

/**
 * Stores the response to a request with an Idempotency-Key.
 *
 *   free ──start──► in progress ──finish──► answered ──a day──► free
 *                       └──abandon (server error), or a minute without a response (crash)──► free
 */
export interface KeyedRequest {
  workspaceId: string;
  key: string;
  /** SHA-256 over operation and body. */
  hash: Uint8Array;
}

export type Beginning =
  | { kind: 'ours' }
  | { kind: 'answered'; status: number; response: unknown }
  | { kind: 'in_progress' }
  | { kind: 'mismatch' };

/** Claims the key for this request, or returns the state of the earlier request. */
export async function beginRequest(queries: Queries, request: KeyedRequest): Promise<Beginning> {
  const claimed = await queries.query(
    `insert into idempotency_key as k (workspace_id, key, request_hash) values ($1, $2, $3)
     on conflict (workspace_id, key) do update set request_hash = excluded.request_hash, status = null, response = null, created_at = now()
     where k.created_at < now() - interval '1 day' or (k.status is null and k.created_at < now() - interval '1 minute')
     returning 1`,
    [request.workspaceId, request.key, request.hash],
  );
  if (claimed.length > 0) return { kind: 'ours' };
  return standingOf(queries, request);
}

async function standingOf(queries: Queries, request: KeyedRequest): Promise<Beginning> {
  const [row] = await queries.query<{ isSame: boolean; status: number | null; response: unknown }>(
    'select request_hash = $3 as "isSame", status, response from idempotency_key where workspace_id = $1 and key = $2',
    [request.workspaceId, request.key, request.hash],
  );
  // Abandoned between the two statements: the client has to repeat the request, and then the key is free.
  if (!row) return { kind: 'in_progress' };
  if (!row.isSame) return { kind: 'mismatch' };
  if (row.status === null) return { kind: 'in_progress' };
  return { kind: 'answered', status: row.status, response: row.response };
}

export async function finishRequest(
  queries: Queries,
  request: KeyedRequest,
  status: number,
  response: unknown,
): Promise<void> {
  await queries.query(
    'update idempotency_key set status = $3, response = $4::jsonb where workspace_id = $1 and key = $2 and request_hash = $5',
    [request.workspaceId, request.key, status, jsonText(response), request.hash],
  );
}

/** Releases the key after a server error, so that the request can be repeated. */
export async function abandonRequest(queries: Queries, request: KeyedRequest): Promise<void> {
  await queries.query(
    'delete from idempotency_key where workspace_id = $1 and key = $2 and request_hash = $3 and status is null',
    [request.workspaceId, request.key, request.hash],
  );
}

/** Deletes expired keys. */
export async function forgetIdempotencyKeys(queries: Queries): Promise<void> {
  await queries.query(`delete from idempotency_key where created_at < now() - interval '1 day'`);
}
