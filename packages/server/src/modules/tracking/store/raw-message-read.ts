import { type EventFact, type MessageKind, type StoredFact, unpackFact } from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';
import type { FactColumn } from './stored-row.ts';

/** A fact about a shipment from a message. Instants are milliseconds since 1970 UTC. */
export interface ReadFact {
  parcel: number;
  carrier: string;
  accountId: string;
  receivedAt: number;
  recordedAt: number;
  /** There is an earlier revision of the same event. */
  isCorrection: boolean;
  fact: EventFact | null;
}

export interface KeptMessage {
  kind: MessageKind;
  contentType: string | null;
  headers: Record<string, string>;
  askedFor: string[] | null;
  body: Uint8Array;
  bodyBytes: number;
}

type FactRow = Omit<ReadFact, 'fact'> & { fact: FactColumn };

/** Every fact of this message about this shipment. */
export async function factsOfMessage(
  queries: Queries,
  workspaceId: string,
  shipmentId: string,
  rawMessageId: string,
): Promise<ReadFact[]> {
  const rows = await queries.query<FactRow>(
    `select l.parcel, l.carrier, e.account_id as "accountId", e.received_at as "receivedAt", e.recorded_at as "recordedAt", e.fact,
            exists (select from tracking_event o where o.leg_id = e.leg_id and o.identity = e.identity and o.position < e.position) as "isCorrection"
     from leg l join tracking_event e on e.leg_id = l.id
     where l.workspace_id = $1 and l.shipment_id = $2 and e.workspace_id = $1 and e.raw_message_id = $3 order by e.occurred_at, e.position`,
    [workspaceId, shipmentId, rawMessageId],
  );
  return rows.map(({ fact, ...row }) => ({ ...row, fact: eventOf(fact) }));
}

/**
 * Null for a row that is a statement about the parcel as a whole. A statement beside an event is left out.
 */
function eventOf({ stated, ...columns }: FactColumn): EventFact | null {
  // Without the statement the column is the result of packFact.
  const fact = unpackFact(columns as StoredFact);
  return fact.kind === 'event' ? fact : null;
}

/**
 * The message with up to `bytesMax` of its body; null after retention has dropped it. The time of receipt
 * selects its partition.
 */
export async function keptMessage(
  queries: Queries,
  workspaceId: string,
  message: { id: string; receivedAt: number },
  bytesMax: number,
): Promise<KeptMessage | null> {
  const [row] = await queries.query<KeptMessage>(
    `select kind, content_type as "contentType", headers, to_json(asked_for) as "askedFor", substring(body from 1 for $4) as body,
            length(body) as "bodyBytes"
     from raw_message where received_at = $2 and id = $3 and workspace_id = $1`,
    [workspaceId, new Date(message.receivedAt).toISOString(), message.id, bytesMax],
  );
  return row ?? null;
}

/** The name of the account; null after its removal. */
export async function accountName(
  queries: Queries,
  workspaceId: string,
  accountId: string,
): Promise<string | null> {
  const [row] = await queries.query<{ name: string }>(
    'select name from account where workspace_id = $1 and id = $2',
    [workspaceId, accountId],
  );
  return row?.name ?? null;
}
