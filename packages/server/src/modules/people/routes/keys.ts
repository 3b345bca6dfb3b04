import type { Scope } from '@milepost/contract';
import type { Queries } from '../../../platform/database/database.ts';
import { iso, isoOrNull } from '../../../platform/http/present-times.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { type ApiKeyRow, addApiKey, listApiKeys, newKeySecret, revokeApiKey } from '../store/api-keys.ts';

export interface KeyRoutesDependencies {
  database: Queries;
  newId(): string;
  random(count: number): Uint8Array;
}

export function serveKeys(api: Api, deps: KeyRoutesDependencies): void {
  const { admission } = api;

  serve(api, 'listKeys', async ({ holder }) => {
    const rows = await listApiKeys(deps.database, holder.workspaceId);
    return answer(200, { keys: rows.map(presentKey) });
  });

  serve(api, 'createKey', async ({ body, holder }) => {
    refuseScopesBeyond(holder.scopes, body.scopes);
    return answer(201, await makeKey(deps, { ...body, workspaceId: holder.workspaceId }));
  });

  serve(api, 'deleteKey', async ({ params, holder }) => {
    if (!(await revokeApiKey(deps.database, holder.workspaceId, params.id))) throw notFound('key');
    admission.forget();
    return answer(204);
  });
}

/**
 * Creates a key and returns its secret, which is shown only once. It is never an installation key: only the
 * command line creates those.
 */
export async function makeKey(
  deps: KeyRoutesDependencies,
  given: { workspaceId: string; name: string; scopes: readonly Scope[] },
) {
  const secret = newKeySecret(deps.random);
  const row = await addApiKey(deps.database, { id: deps.newId(), ...given, secret });
  return { ...presentKey(row), secret };
}

/** Without this check, a key that may create keys could grant itself every scope. */
function refuseScopesBeyond(own: readonly string[], wanted: readonly Scope[]): void {
  const beyond = wanted.filter((scope) => !own.includes(scope));
  if (beyond.length === 0) return;
  const errors = beyond.map((scope) => ({
    pointer: `/scopes/${wanted.indexOf(scope)}`,
    detail: `The key of this request lacks ${scope}.`,
  }));
  throw new Refusal('scope_not_grantable', `The key of this request lacks ${beyond.join(', ')}.`, { errors });
}

function presentKey({ createdAt, lastUsedAt, scopes, ...row }: ApiKeyRow) {
  // Only scopes from the closed list are ever stored.
  const known = scopes as Scope[];
  return { ...row, scopes: known, createdAt: iso(createdAt), lastUsedAt: isoOrNull(lastUsedAt) };
}
