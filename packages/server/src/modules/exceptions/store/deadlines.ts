import type { Queries } from '../../../platform/database/database.ts';
import { defineColumns, type RowOf } from '../../../platform/database/row-columns.ts';
import { StatementValues } from '../../../platform/database/statement-values.ts';
import { type OutboxRow, outboxColumns } from '../../outbound/index.ts';
import { lockShipments, type ShipmentRow } from '../../tracking/index.ts';

export interface DueShipment {
  shipment: ShipmentRow;
  rules: string[];
}

/**
 * Due deadlines with their shipments locked, at most `limit`. Found by index, whatever the number of
 * shipments.
 */
export async function claimDue(queries: Queries, now: number, limit: number): Promise<DueShipment[]> {
  const due = await queries.query<{ shipmentId: string }>(
    'select distinct shipment_id as "shipmentId" from (select shipment_id from deadline where due_at <= $1 order by due_at limit $2) as soonest',
    [new Date(now).toISOString(), limit],
    'due_shipments',
  );
  if (due.length === 0) return [];
  const shipments = await lockShipments(
    queries,
    due.map((row) => row.shipmentId),
  );
  // Read again under the lock: a message may have removed the deadline in the meantime.
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

/** When the next deadline is due; null when there is none. */
export async function nextDueAt(queries: Queries): Promise<number | null> {
  const [row] = await queries.query<{ next: number | null }>(
    'select min(due_at) as next from deadline',
    [],
    'next_due',
  );
  return row?.next ?? null;
}

const openedColumns = defineColumns({
  id: 'uuid',
  workspaceId: 'uuid',
  shipmentId: 'uuid',
  rule: 'code',
  cause: 'text',
  severity: 'code',
  detail: 'text',
  openedAt: 'timestamptz',
});
export type OpenedException = RowOf<typeof openedColumns>;

const checkedColumns = defineColumns({ shipmentId: 'uuid', rule: 'code' });

export interface DueWrite {
  /** Deadlines whose rules were checked, whatever the result. */
  checked: readonly RowOf<typeof checkedColumns>[];
  opened: readonly OpenedException[];
  outbox: readonly OutboxRow[];
}

/** Opens exceptions, each once for its cause, and marks their shipments. */
export async function writeDue(queries: Queries, write: DueWrite): Promise<void> {
  await queries.query(writeSql, values.of(write), 'write_due');
}

const values = new StatementValues<DueWrite>();
const checked = values.recordRows(checkedColumns, (write) => write.checked);
const opened = values.recordRows(openedColumns, (write) => write.opened);
const outbox = values.recordRows(outboxColumns, (write) => write.outbox);

const writeSql = `
with gone as (
  delete from deadline d using ${checked.from} where d.shipment_id = r."shipmentId" and d.rule = r.rule
), opened as (
  insert into delivery_exception (${openedColumns.names})
  select ${opened.values} from ${opened.from}
  on conflict (shipment_id, rule, cause) do nothing
  returning shipment_id, rule
), marked as (
  update shipment s set open_exceptions = (select array_agg(distinct code) from unnest(s.open_exceptions || o.rules) code),
         has_exception = true, sequence = s.sequence + 1, updated_at = now()
  from (select shipment_id, array_agg(rule) as rules from opened group by shipment_id) o where s.id = o.shipment_id
)
insert into outbox (${outboxColumns.names})
select ${outbox.values} from ${outbox.from}
where exists (select 1 from opened where opened.shipment_id = r."shipmentId")`;
