import type { MessageKind } from '@milepost/domain';
import { arrays, documentColumn, plainColumn, textColumn } from '../../../platform/database/columns.ts';
import type { Queries } from '../../../platform/database/database.ts';

/** A message as it came in, before anybody looked inside. */
export interface RawMessage {
  id: string;
  workspaceId: string;
  accountId: string;
  carrier: string;
  kind: MessageKind;
  contentType: string | null;
  /** Without credentials; names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** For a poll: the numbers that were asked for. */
  askedFor: readonly string[] | null;
  body: Uint8Array;
  /** SHA-256 of the body (and of what was asked for). */
  contentHash: Uint8Array;
  /** Milliseconds since 1970 UTC. */
  receivedAt: number;
}

/**
 * Keeps many messages and puts them into the inbox, in one statement. Content the account has sent before is
 * counted and not queued again. Returns the ids that are new.
 */
export async function keepRawMessages(
  queries: Queries,
  messages: readonly RawMessage[],
): Promise<Set<string>> {
  const rows = await queries.query<{ id: string }>(keepSql, columnsOf(messages), 'keep_raw');
  return new Set(rows.map((row) => row.id));
}

/** The bodies travel as one run of bytes, untouched, and are cut apart by their lengths. */
function columnsOf(messages: readonly RawMessage[]): (string | Buffer)[] {
  const starts: number[] = [];
  let length = 0;
  for (const { body } of messages) {
    starts.push(length + 1);
    length += body.byteLength;
  }
  return [
    plainColumn(messages.map((message) => message.id)),
    plainColumn(messages.map((message) => message.workspaceId)),
    plainColumn(messages.map((message) => message.accountId)),
    plainColumn(messages.map((message) => message.carrier)),
    plainColumn(messages.map((message) => message.kind)),
    textColumn(messages.map((message) => message.contentType)),
    textColumn(messages.map(({ askedFor }) => askedFor && textColumn(askedFor))),
    plainColumn(messages.map((message) => Buffer.from(message.contentHash).toString('hex'))),
    plainColumn(messages.map((message) => new Date(message.receivedAt).toISOString())),
    plainColumn(starts),
    plainColumn(messages.map((message) => message.body.byteLength)),
    documentColumn(messages.map((message) => message.headers)),
    Buffer.concat(messages.map((message) => message.body)),
  ];
}

// `counted` settles the case of the same content twice in one batch, the conflict clause that of an earlier
// batch.
const keepSql = `
with incoming as (
  select id, workspace_id, account_id, carrier, kind, content_type, headers::jsonb, asked_for::text[], received_at,
         decode(content_hash, 'hex') as content_hash, substring($13::bytea from start for length) as body
  from rows from (
    unnest(${arrays(1, 'uuid uuid uuid text text text text text timestamptz integer integer')}),
    unnest(string_to_array($12::text, E'\\x1e'))
  ) as r(id, workspace_id, account_id, carrier, kind, content_type, asked_for, content_hash, received_at, start, length, headers)
), counted as (
  select account_id, content_hash, count(*)::int as seen, min(received_at) as first_at, max(received_at) as last_at,
         (array_agg(id order by received_at, id))[1] as id
  from incoming group by account_id, content_hash
), digest as (
  insert into raw_digest (account_id, content_hash, raw_message_id, first_received_at, last_received_at, seen)
  select account_id, content_hash, id, first_at, last_at, seen from counted order by account_id, content_hash
  on conflict (account_id, content_hash) do update
    set seen = raw_digest.seen + excluded.seen, last_received_at = excluded.last_received_at
  returning raw_message_id
), fresh as (
  select incoming.* from incoming join digest on digest.raw_message_id = incoming.id
), kept as (
  insert into raw_message (id, received_at, workspace_id, account_id, carrier, kind, content_type, headers, asked_for, content_hash, body)
  select id, received_at, workspace_id, account_id, carrier, kind, content_type, headers, asked_for, content_hash, body from fresh
), queued as (
  insert into inbox (raw_message_id, received_at, workspace_id) select id, received_at, workspace_id from fresh order by received_at
)
select id from fresh`;

/** Messages that wait. Counts at most `limit` rows, because beyond it only "too many" matters. */
export async function inboxDepth(queries: Queries, limit: number): Promise<number> {
  const [row] = await queries.query<{ depth: number }>(
    'select count(*)::int as depth from (select 1 from inbox limit $1) as waiting',
    [limit],
    'inbox_depth',
  );
  return row?.depth ?? 0;
}
