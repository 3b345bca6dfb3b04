import type { Queries } from '../../../platform/database/database.ts';

/**
 * Moves a message that fails repeatedly from the inbox to the review queue. Its raw form is kept, so it can
 * be replayed after a fix.
 */
export async function setAside(queries: Queries, position: number, error: unknown): Promise<void> {
  const detail = error instanceof Error ? error.message : 'Processing failed.';
  await queries.query(
    `with gone as (delete from inbox where position = $1 returning raw_message_id, received_at)
     insert into review_entry (workspace_id, account_id, carrier, kind, cause, detail, pointer, raw_message_id, received_at)
     select m.workspace_id, m.account_id, m.carrier, 'internal', 'internal', $2, '', m.id, m.received_at
     from gone join raw_message m on m.received_at = gone.received_at and m.id = gone.raw_message_id
     -- Messages of a removed workspace are dropped.
     join workspace w on w.id = m.workspace_id`,
    [position, detail.slice(0, 2_000)],
  );
}
