import type { PlaceText, RecordedFact, ShipmentState } from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';
import { unpackStates } from './locked-shipments.ts';
import { type FactRow, factsOfRows } from './stored-row.ts';

/** A shipment as it is shown. Instants are milliseconds since 1970 UTC. */
export interface ShipmentRecord {
  id: string;
  trackingId: string;
  carrier: string;
  trackingNumber: string;
  references: string[];
  recipientName: string | null;
  recipientEmail: string | null;
  origin: PlaceText | null;
  destination: PlaceText | null;
  service: string | null;
  /** ISO date. */
  despatchDate: string | null;
  promisedFrom: number | null;
  promisedTo: number | null;
  hasException: boolean;
  /** Codes of the open delivery exceptions. */
  openExceptions: string[];
  createdAt: number;
  updatedAt: number;
  /** By parcel position. */
  states: Record<string, ShipmentState>;
}

export type StoredShipment<T extends ShipmentRecord = ShipmentRecord> = Omit<T, 'states'> & {
  states: string;
};

/** Rows of `shipmentColumns` → shipments. */
export function unpackShipments<T extends ShipmentRecord>(rows: readonly StoredShipment<T>[]): T[] {
  // Only `states` changes, from its stored form to that of T.
  return rows.map((row) => ({ ...row, states: unpackStates(row.states) }) as unknown as T);
}

export const shipmentColumns = `s.id, s.tracking_id as "trackingId", s.carrier, s.tracking_number as "trackingNumber",
  s.references_given as "references", s.recipient_name as "recipientName", s.recipient_email as "recipientEmail", s.origin, s.destination,
  s.service, s.despatch_date as "despatchDate", s.promised_from as "promisedFrom", s.promised_to as "promisedTo",
  s.has_exception as "hasException", s.open_exceptions as "openExceptions", s.created_at as "createdAt", s.updated_at as "updatedAt", s.states`;

export interface LegRecord {
  id: string;
  shipmentId: string;
  parcel: number;
  carrier: string;
  trackingNumber: string;
  validFrom: number | null;
  validTo: number | null;
}

/** A fact with its message. */
export interface SourcedFact {
  fact: RecordedFact;
  rawMessageId: string;
}

export interface ProblemRecord {
  kind: string;
  cause: string;
  detail: string;
  pointer: string;
  rawMessageId: string;
  receivedAt: number;
}

/** Those of the ids that are shipments of the workspace. */
export async function shipmentsById(
  queries: Queries,
  workspaceId: string,
  ids: readonly string[],
): Promise<ShipmentRecord[]> {
  const rows = await queries.query<StoredShipment>(
    `select ${shipmentColumns} from shipment s where s.workspace_id = $1 and s.id = any($2::uuid[])`,
    [workspaceId, ids],
    'shipments_by_id',
  );
  return unpackShipments(rows);
}

export async function shipmentByTrackingId(
  queries: Queries,
  workspaceId: string,
  trackingId: string,
): Promise<ShipmentRecord | null> {
  const rows = await queries.query<StoredShipment>(
    `select ${shipmentColumns} from shipment_lookup l join shipment s on s.id = l.shipment_id
     where l.workspace_id = $1 and l.tracking_id = $2`,
    [workspaceId, trackingId],
    'shipment_by_tracking_id',
  );
  return unpackShipments(rows)[0] ?? null;
}

/** Shipments with a leg of this number, newest first. */
export async function shipmentsByNumber(
  queries: Queries,
  workspaceId: string,
  trackingNumber: string,
  limit: number,
): Promise<ShipmentRecord[]> {
  const rows = await queries.query<StoredShipment>(
    `select ${shipmentColumns} from shipment s
     where s.workspace_id = $1 and s.id in (select shipment_id from leg where workspace_id = $1 and tracking_number = $2)
     order by s.id desc limit $3`,
    [workspaceId, trackingNumber, limit],
    'shipments_by_number',
  );
  return unpackShipments(rows);
}

export function legsOf(queries: Queries, shipmentIds: readonly string[]): Promise<LegRecord[]> {
  return queries.query<LegRecord>(
    `select id, shipment_id as "shipmentId", parcel, carrier, tracking_number as "trackingNumber",
            nullif(valid_from, '-infinity') as "validFrom", nullif(valid_to, 'infinity') as "validTo"
     from leg where shipment_id = any($1::uuid[]) order by parcel, valid_from, id`,
    [shipmentIds],
    'legs_of',
  );
}

/** Every fact of these legs, in no particular order. */
export async function sourcedFactsOf(queries: Queries, legIds: readonly string[]): Promise<SourcedFact[]> {
  const rows = await queries.query<FactRow & { rawMessageId: string }>(
    `select leg_id as "legId", replace(identity::text, '-', '') as identity, replace(revision::text, '-', '') as revision, source,
            received_at as "receivedAt", reading, raw_message_id as "rawMessageId", fact
     from tracking_event where leg_id = any($1::uuid[])`,
    [legIds],
    'sourced_facts',
  );
  return factsOfRows(rows).map(({ rawMessageId, ...fact }) => ({ fact, rawMessageId }));
}

/** Open review entries of these messages. */
export function openProblemsOf(
  queries: Queries,
  workspaceId: string,
  rawMessageIds: readonly string[],
): Promise<ProblemRecord[]> {
  return queries.query<ProblemRecord>(
    `select kind, cause, detail, pointer, raw_message_id as "rawMessageId", received_at as "receivedAt"
     from review_entry where workspace_id = $1 and raw_message_id = any($2::uuid[]) and closed_at is null order by id desc limit 100`,
    [workspaceId, rawMessageIds],
    'open_problems',
  );
}
