import type { MessageKind } from '@milepost/domain';
import type { Queries } from './database.ts';

/** A message taken from the inbox, with its raw form. It stays locked until the transaction ends. */
export interface ClaimedMessage {
  position: number;
  attempts: number;
  /** False once the workspace was removed: then nobody wants the message any more. */
  isWanted: boolean;
  /** See FactRecord.reading. */
  reading: number;
  rawMessageId: string;
  receivedAt: number;
  workspaceId: string;
  accountId: string;
  /** Whether numbers nobody registered become shipments by themselves. */
  adoptsUnknown: boolean;
  carrier: string;
  kind: MessageKind;
  contentType: string | null;
  askedFor: string[] | null;
  body: Uint8Array;
}

/** Takes the oldest messages that are due and that no other worker holds. */
export function claimMessages(queries: Queries, limit: number): Promise<ClaimedMessage[]> {
  return queries.query<ClaimedMessage>(claimSql, [limit], 'claim');
}

// Each message is fetched by its key: a fresh table has no statistics yet, and without the lateral limit the planner would read all of it instead.
const claimSql = `
with claimed as (
  select position, attempts, reading, raw_message_id, received_at from inbox
  where not_before <= now() order by position limit $1 for update skip locked
)
select c.position, w.id is not null as "isWanted", c.attempts, c.reading, c.raw_message_id as "rawMessageId", c.received_at as "receivedAt",
       m.workspace_id as "workspaceId", m.account_id as "accountId", coalesce(a.adopts_unknown, false) as "adoptsUnknown",
       m.carrier, m.kind, m.content_type as "contentType", m.asked_for as "askedFor", m.body
from claimed c
cross join lateral (
  select * from raw_message where received_at = c.received_at and id = c.raw_message_id limit 1
) m
left join carrier_account a on a.id = m.account_id
left join workspace w on w.id = m.workspace_id
order by c.position`;

/** The oldest message that is due, locked; null when there is none. */
export async function firstInLine(queries: Queries): Promise<{ position: number; attempts: number } | null> {
  const [first] = await queries.query<{ position: number; attempts: number }>(
    'select position, attempts from inbox where not_before <= now() order by position limit 1 for update skip locked',
  );
  return first ?? null;
}

/** Puts a message that failed back for later; used alone, in a transaction of its own. */
export async function postpone(queries: Queries, position: number, delayMs: number): Promise<void> {
  await queries.query(
    `update inbox set attempts = attempts + 1, not_before = now() + $2 * interval '1 millisecond' where position = $1`,
    [position, delayMs],
  );
}
