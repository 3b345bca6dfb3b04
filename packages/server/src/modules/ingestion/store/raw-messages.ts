import type { MessageKind } from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';
import { defineColumns, type RowOf } from '../../../platform/database/row-columns.ts';
import { StatementValues } from '../../../platform/database/statement-values.ts';

/** A message as it was received, before decoding. */
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
 * Stores many messages and queues them in the inbox, in one statement. Content that the account has sent
 * before is counted and not queued again. Returns the ids that are new.
 */
export async function keepRawMessages(
  queries: Queries,
  messages: readonly RawMessage[],
): Promise<Set<string>> {
  const rows = await queries.query<{ id: string }>(keepSql, values.of(incomingOf(messages)), 'keep_raw');
  return new Set(rows.map((row) => row.id));
}

const incomingColumns = defineColumns({
  id: 'uuid',
  workspaceId: 'uuid',
  accountId: 'uuid',
  carrier: 'code',
  kind: 'code',
  contentType: 'text?',
  askedFor: 'text[]?',
  contentHash: 'bytea',
  receivedAt: 'timestamptz',
  /** Position in `bodies`, counted from 1. */
  bodyStart: 'integer',
  bodyLength: 'integer',
  headers: 'jsonb',
});

interface Incoming {
  rows: readonly RowOf<typeof incomingColumns>[];
  /** All bodies, one after the other, so that none of their bytes is escaped. */
  bodies: Uint8Array;
}

function incomingOf(messages: readonly RawMessage[]): Incoming {
  let bodyStart = 1;
  const rows = messages.map((message) => {
    const row = incomingRow(message, bodyStart);
    bodyStart += row.bodyLength;
    return row;
  });
  return { rows, bodies: Buffer.concat(messages.map((message) => message.body)) };
}

function incomingRow(message: RawMessage, bodyStart: number): RowOf<typeof incomingColumns> {
  return {
    id: message.id,
    workspaceId: message.workspaceId,
    accountId: message.accountId,
    carrier: message.carrier,
    kind: message.kind,
    contentType: message.contentType,
    askedFor: message.askedFor,
    contentHash: message.contentHash,
    receivedAt: new Date(message.receivedAt).toISOString(),
    bodyStart,
    bodyLength: message.body.byteLength,
    headers: message.headers,
  };
}

const values = new StatementValues<Incoming>();
const bodies = values.add((incoming) => incoming.bodies);
const incomingRows = values.columnRows(incomingColumns, ({ rows }) => rows);

// `counted` finds duplicates within the batch, the conflict clause finds duplicates of earlier batches.
const keepSql = `
with incoming as (
  select ${incomingRows.renamed}, substring(${bodies}::bytea from "bodyStart" for "bodyLength") as body
  from ${incomingRows.from}
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
), new_message as (
  select incoming.* from incoming join digest on digest.raw_message_id = incoming.id
), kept as (
  insert into raw_message (id, received_at, workspace_id, account_id, carrier, kind, content_type, headers, asked_for, content_hash, body)
  select id, received_at, workspace_id, account_id, carrier, kind, content_type, headers, asked_for, content_hash, body from new_message
), queued as (
  insert into inbox (raw_message_id, received_at, workspace_id) select id, received_at, workspace_id from new_message order by received_at
)
select id from new_message`;

/** Number of queued messages, counted up to `limit`. */
export async function inboxDepth(queries: Queries, limit: number): Promise<number> {
  const [row] = await queries.query<{ depth: number }>(
    'select count(*)::int as depth from (select 1 from inbox limit $1) as waiting',
    [limit],
    'inbox_depth',
  );
  return row?.depth ?? 0;
}
