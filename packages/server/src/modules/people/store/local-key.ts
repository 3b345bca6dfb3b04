import type { Queries } from '../../../platform/database/database.ts';

/** Revokes all keys of this name; for keys that are created at each start. */
export async function revokeKeysNamed(queries: Queries, workspaceId: string, name: string): Promise<void> {
  await queries.query(
    'update api_key set revoked_at = now() where workspace_id = $1 and name = $2 and revoked_at is null',
    [workspaceId, name],
  );
}
