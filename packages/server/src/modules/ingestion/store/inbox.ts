import type { MessageKind } from '@milepost/domain';
import { arrays, plainColumn } from '../../../platform/database/columns.ts';
import type { Queries } from '../../../platform/database/database.ts';
import type { MessageCache } from '../message-cache.ts';

/** A message claimed from the inbox, with its raw form. It stays locked until the transaction ends. */
export interface ClaimedMessage {
  position: number;
  attempts: number;
  /** See FactRecord.reading. */
  reading: number;
  rawMessageId: string;
  receivedAt: number;
  workspaceId: string;
  accountId: string;
  /** Whether unregistered numbers become shipments automatically. */
  adoptsUnknown: boolean;
  carrier: string;
  kind: MessageKind;
  contentType: string | null;
  askedFor: readonly string[] | null;
  body: Uint8Array;
}

/** What one worker claimed from the inbox. */
export interface Claimed {
  messages: ClaimedMessage[];
  /**
   * Positions of messages that cannot be processed any more: their workspace was removed, or retention has
   * dropped their raw form.
   */
  unwanted: number[];
}

/**
 * Claims the oldest due messages that no other worker holds. Messages in `fresh` are not read from the
 * database.
 */
export async function claimMessages(queries: Queries, limit: number, fresh: MessageCache): Promise<Claimed> {
  const claims = await queries.query<Claim>(claimSql, [limit], 'claim');
  if (claims.length === 0) return { messages: [], unwanted: [] };
  const inHand = new Map(claims.map((claim) => [claim.rawMessageId, fresh.take(claim.rawMessageId)]));
  const missing = claims.filter((claim) => !inHand.get(claim.rawMessageId));
  const read = await readRawMessages(queries, missing);
  const raws = claims.map((claim) => inHand.get(claim.rawMessageId) ?? read.get(claim.rawMessageId));
  const accounts = await readAccounts(queries, raws);
  const claimed: Claimed = { messages: [], unwanted: [] };
  for (const [index, claim] of claims.entries()) {
    const raw = raws[index];
    const account = raw && accounts.get(raw.accountId);
    if (raw && account) claimed.messages.push({ ...claim, ...messageIn(raw), ...account });
    else claimed.unwanted.push(claim.position);
  }
  return claimed;
}

type Claim = Pick<ClaimedMessage, 'position' | 'attempts' | 'reading' | 'rawMessageId' | 'receivedAt'>;
type Account = Pick<ClaimedMessage, 'adoptsUnknown'>;
type Message = Pick<
  ClaimedMessage,
  'workspaceId' | 'accountId' | 'carrier' | 'kind' | 'contentType' | 'askedFor' | 'body'
>;

function messageIn({ workspaceId, accountId, carrier, kind, contentType, askedFor, body }: Message): Message {
  return { workspaceId, accountId, carrier, kind, contentType, askedFor, body };
}

const claimSql = `
select position, attempts, reading, raw_message_id as "rawMessageId", received_at as "receivedAt" from inbox
where not_before <= now() order by position limit $1 for update skip locked`;

/**
 * Each message is read by its key: a new table has no statistics yet, and without the lateral limit the
 * planner would read all of it.
 */
async function readRawMessages(queries: Queries, claims: readonly Claim[]): Promise<Map<string, Message>> {
  if (claims.length === 0) return new Map();
  const rows = await queries.query<Message & { id: string }>(
    `select m.id, m.workspace_id as "workspaceId", m.account_id as "accountId", m.carrier, m.kind, m.content_type as "contentType",
            m.asked_for as "askedFor", m.body
     from unnest(${arrays(1, 'uuid timestamptz')}) as c(id, received_at)
     cross join lateral (select * from raw_message where received_at = c.received_at and id = c.id limit 1) m`,
    [
      plainColumn(claims.map((claim) => claim.rawMessageId)),
      plainColumn(claims.map((claim) => new Date(claim.receivedAt).toISOString())),
    ],
    'read_raw_messages',
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The current settings of each account, with defaults for a removed account. Accounts of a removed workspace
 * are left out.
 */
async function readAccounts(
  queries: Queries,
  messages: readonly (Message | undefined)[],
): Promise<Map<string, Account>> {
  const workspaceByAccount = new Map(
    messages.flatMap((message) => (message ? [[message.accountId, message.workspaceId]] : [])),
  );
  const rows = await queries.query<Account & { id: string }>(
    `select c.id, coalesce(a.adopts_unknown, false) as "adoptsUnknown"
     from unnest(${arrays(1, 'uuid uuid')}) as c(id, workspace_id)
     join workspace w on w.id = c.workspace_id left join account a on a.id = c.id`,
    [plainColumn([...workspaceByAccount.keys()]), plainColumn([...workspaceByAccount.values()])],
    'read_accounts',
  );
  return new Map(rows.map(({ id, adoptsUnknown }) => [id, { adoptsUnknown }]));
}

/** The oldest due message, locked; null when there is none. */
export async function oldestDue(queries: Queries): Promise<{ position: number; attempts: number } | null> {
  const [first] = await queries.query<{ position: number; attempts: number }>(
    'select position, attempts from inbox where not_before <= now() order by position limit 1 for update skip locked',
  );
  return first ?? null;
}

/** Schedules a message that failed for a later attempt. Used in a separate transaction. */
export async function postpone(queries: Queries, position: number, delayMs: number): Promise<void> {
  await queries.query(
    `update inbox set attempts = attempts + 1, not_before = now() + $2 * interval '1 millisecond' where position = $1`,
    [position, delayMs],
  );
}
