import type { Queries } from '../../../platform/database/database.ts';
import { jsonText } from '../../../platform/database/json-text.ts';
import { lockShipments, type ShipmentRow } from '../../tracking/index.ts';

export interface DueShipment {
  shipment: ShipmentRow;
  rules: string[];
}

/**
 * Deadlines that have come, with their shipments locked; never more than `limit`, found by index whatever the
 * number of shipments.
 */
export async function claimDue(queries: Queries, now: number, limit: number): Promise<DueShipment[]> {
  const due = await queries.query<{ shipment_id: string }>(
    'select distinct shipment_id from (select shipment_id from deadline where due_at <= $1 order by due_at limit $2) as soonest',
    [new Date(now).toISOString(), limit],
    'due_shipments',
  );
  if (due.length === 0) return [];
  const shipments = await lockShipments(
    queries,
    due.map((row) => row.shipment_id),
  );
  // Read again under the lock: a message may have taken the deadline away in the meantime.
  const rows = await queries.query<{ shipmentId: string; rule: string }>(
    `select shipment_id as "shipmentId", rule from deadline where shipment_id = any($1::uuid[]) and due_at <= $2`,
    [shipments.map((row) => row.id), new Date(now).toISOString()],
    'due_rules',
  );
  const byShipment = Map.groupBy(rows, (row) => row.shipmentId);
  return shipments.map((shipment) => ({
    shipment,
    rules: (byShipment.get(shipment.id) ?? []).map((row) => row.rule),
  }));
}

/** The moment of the next deadline, or null. */
export async function nextDueAt(queries: Queries): Promise<number | null> {
  const [row] = await queries.query<{ next: number | null }>(
    'select min(due_at) as next from deadline',
    [],
    'next_due',
  );
  return row?.next ?? null;
}

export interface OpenedException {
  id: string;
  workspace_id: string;
  shipment_id: string;
  rule: string;
  cause: string;
  severity: string;
  detail: string;
  opened_at: string;
}

export interface DueWrite {
  /** Deadlines that were asked, whatever the answer. */
  asked: readonly { shipment_id: string; rule: string }[];
  opened: readonly OpenedException[];
  outbox: readonly {
    workspace_id: string;
    shipment_id: string;
    shipment_sequence: number;
    type: string;
    payload: unknown;
  }[];
}

/** Opens exceptions, each once for its cause, and marks their shipments. */
export async function writeDue(queries: Queries, write: DueWrite): Promise<void> {
  await queries.query(
    `with gone as (
       delete from deadline d using jsonb_to_recordset($1::jsonb) as r(shipment_id uuid, rule text)
       where d.shipment_id = r.shipment_id and d.rule = r.rule
     ), opened as (
       insert into delivery_exception (id, workspace_id, shipment_id, rule, cause, severity, detail, opened_at)
       select id, workspace_id, shipment_id, rule, cause, severity, detail, opened_at
       from jsonb_to_recordset($2::jsonb) as r(id uuid, workspace_id uuid, shipment_id uuid, rule text, cause text, severity text, detail text, opened_at timestamptz)
       on conflict (shipment_id, rule, cause) do nothing
       returning shipment_id, rule
     ), marked as (
       update shipment s set open_exceptions = (select array_agg(distinct a) from unnest(s.open_exceptions || o.rules) a),
              has_exception = true, sequence = s.sequence + 1, updated_at = now()
       from (select shipment_id, array_agg(rule) as rules from opened group by shipment_id) o where s.id = o.shipment_id
     )
     insert into outbox (workspace_id, shipment_id, shipment_sequence, type, payload)
     select r.workspace_id, r.shipment_id, r.shipment_sequence, r.type, r.payload
     from jsonb_to_recordset($3::jsonb) as r(workspace_id uuid, shipment_id uuid, shipment_sequence bigint, type text, payload text)
     where exists (select 1 from opened where opened.shipment_id = r.shipment_id)`,
    [jsonText(write.asked), jsonText(write.opened), jsonText(write.outbox)],
    'write_due',
  );
}
