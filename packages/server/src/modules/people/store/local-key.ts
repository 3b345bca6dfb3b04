import type { Queries } from '../../../platform/database/database.ts';

/** Ends every key of this name; for keys that are made anew at each start. */
export async function revokeKeysNamed(queries: Queries, workspaceId: string, name: string): Promise<void> {
  await queries.query(
    'update api_key set revoked_at = now() where workspace_id = $1 and name = $2 and revoked_at is null',
    [workspaceId, name],
  );
}
