import type { Queries } from '../../../platform/database/database.ts';

/** The position of the newest change of the workspace; 0 before the first. */
export async function newestPositionOf(queries: Queries, workspaceId: string): Promise<number> {
  const [row] = await queries.query<{ position: number | null }>(
    'select max(position) as position from outbox where workspace_id = $1',
    [workspaceId],
    'newest_position_of',
  );
  return row?.position ?? 0;
}

/**
 * True when changes after this position may have been deleted: the position is older than the oldest in the
 * outbox.
 */
export async function isForgotten(queries: Queries, workspaceId: string, position: number): Promise<boolean> {
  const [row] = await queries.query<{ oldest: number | null }>(
    'select min(position) as oldest from outbox where workspace_id = $1',
    [workspaceId],
    'oldest_position_of',
  );
  const oldest = row?.oldest ?? null;
  return position > 0 && oldest !== null && position < oldest;
}
