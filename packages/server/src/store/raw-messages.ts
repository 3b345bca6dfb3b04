import { isUtf8 } from 'node:buffer';
import type { MessageKind } from '@milepost/domain';
import type { Queries } from './database.ts';
import { jsonText } from './json-text.ts';

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
 * Keeps many messages and puts them into the inbox, in one statement. Content the account has sent before is counted and not queued again.
 * Returns the ids that are new.
 */
export async function keepRawMessages(
  queries: Queries,
  messages: readonly RawMessage[],
): Promise<Set<string>> {
  const rows = await queries.query<{ id: string }>(keepSql, [jsonText(messages.map(asRow))], 'keep_raw');
  return new Set(rows.map((row) => row.id));
}

function asRow(message: RawMessage): Record<string, unknown> {
  return {
    id: message.id,
    workspace_id: message.workspaceId,
    account_id: message.accountId,
    carrier: message.carrier,
    kind: message.kind,
    content_type: message.contentType,
    headers: message.headers,
    asked_for: message.askedFor,
    content_hash: Buffer.from(message.contentHash).toString('base64'),
    ...bodyColumns(message.body),
    received_at: new Date(message.receivedAt).toISOString(),
  };
}

/** Most bodies are texts and travel as such; the rest travels in base 64. NUL is legal UTF-8 and no PostgreSQL text. */
function bodyColumns(body: Uint8Array): { text: string } | { base64: string } {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return isUtf8(bytes) && !bytes.includes(0)
    ? { text: bytes.toString('utf8') }
    : { base64: bytes.toString('base64') };
}

// `distinct on` settles the case of the same content twice in one batch, the conflict clause that of an earlier batch.
const keepSql = `
with incoming as (
  select id, workspace_id, account_id, carrier, kind, content_type, headers, asked_for, received_at,
         decode(content_hash, 'base64') as content_hash, coalesce(convert_to(text, 'UTF8'), decode(base64, 'base64')) as body
  from jsonb_to_recordset($1::jsonb) as r(
    id uuid, workspace_id uuid, account_id uuid, carrier text, kind text, content_type text, headers jsonb, asked_for text[],
    content_hash text, text text, base64 text, received_at timestamptz)
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
