import type { Queries } from '../../../platform/database/database.ts';
import type { OutboxItem } from '../outbox-item.ts';

const itemColumns = `position, workspace_id as "workspaceId", shipment_id as "shipmentId", shipment_sequence as "shipmentSequence",
  type, payload, written_at as "writtenAt"`;

/**
 * Changes of one workspace after a position, in order. A position is a safe cursor, because positions of a
 * workspace become visible in ascending order.
 */
export function changesAfter(
  queries: Queries,
  workspaceId: string,
  position: number,
  limit: number,
): Promise<OutboxItem[]> {
  return queries.query<OutboxItem>(
    `select ${itemColumns} from outbox where workspace_id = $1 and position > $2 order by position limit $3`,
    [workspaceId, position, limit],
    'changes_after',
  );
}

/** The same for several workspaces, each from its own position, for the single reader of a process. */
export function changesOfAll(
  queries: Queries,
  cursors: readonly { workspaceId: string; position: number }[],
  limit: number,
): Promise<OutboxItem[]> {
  return queries.query<OutboxItem>(
    `select o.* from unnest($1::uuid[], $2::bigint[]) as c(workspace_id, position)
     cross join lateral (
       select ${itemColumns} from outbox where workspace_id = c.workspace_id and position > c.position order by position limit $3
     ) o order by o.position`,
    [cursors.map(({ workspaceId }) => workspaceId), cursors.map(({ position }) => position), limit],
    'changes_of_all',
  );
}

/** Deletes changes after their retention period. */
export async function forgetChangesBefore(queries: Queries, writtenBefore: number): Promise<void> {
  await queries.query('delete from outbox where written_at < $1', [new Date(writtenBefore).toISOString()]);
}
