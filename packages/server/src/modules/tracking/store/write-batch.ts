import { endedMilestones } from '@milepost/domain';
import { codeList } from '../../../platform/database/code-list.ts';
import { plainColumn } from '../../../platform/database/columns.ts';
import type { Queries } from '../../../platform/database/database.ts';
import { assignments } from '../../../platform/database/row-columns.ts';
import { StatementValues } from '../../../platform/database/statement-values.ts';
import { type OutboxRow, outboxColumns } from '../../outbound/index.ts';
import {
  type AccountReceipt,
  accountColumns,
  type DeadlineRow,
  deadlineColumns,
  type EventRow,
  eventColumns,
  type NewShipmentRow,
  newShipmentColumns,
  type ProblemRow,
  problemColumns,
  type ResolvedRow,
  resolvedColumns,
  type ShipmentUpdate,
  shipmentUpdateColumns,
  type TakenLegRow,
  takenLegColumns,
} from './batch-rows.ts';

/** Everything one batch changes. Dates are ISO 8601 text. */
export interface BatchWrite {
  /** Positions in the inbox of the messages that are done. */
  done: readonly number[];
  events: readonly EventRow[];
  newShipments: readonly NewShipmentRow[];
  shipments: readonly ShipmentUpdate[];
  legs: readonly TakenLegRow[];
  outbox: readonly OutboxRow[];
  deadlines: readonly DeadlineRow[];
  resolved: readonly ResolvedRow[];
  problems: readonly ProblemRow[];
  accounts: readonly AccountReceipt[];
}

/**
 * Takes the turn and writes, in one statement and one round trip, so that a waiting writer waits for the
 * database only and not for this process.
 */
export async function writeBatch(
  queries: Queries,
  workspaceIds: readonly string[],
  batch: BatchWrite,
): Promise<void> {
  await queries.query(writeSql, values.of({ ...batch, workspaceIds }), 'write_batch');
}

const values = new StatementValues<BatchWrite & { workspaceIds: readonly string[] }>();

const workspaceIds = values.add((batch) => plainColumn([...batch.workspaceIds].sort()));
const done = values.add((batch) => plainColumn(batch.done));
const newShipments = values.recordRows(newShipmentColumns, (batch) => batch.newShipments);
const legs = values.recordRows(takenLegColumns, (batch) => batch.legs);
const deadlines = values.recordRows(deadlineColumns, (batch) => batch.deadlines);
const resolved = values.recordRows(resolvedColumns, (batch) => batch.resolved);
const problems = values.recordRows(problemColumns, (batch) => batch.problems);
const accounts = values.recordRows(accountColumns, (batch) => batch.accounts);
const events = values.columnRows(eventColumns, (batch) => batch.events);
const shipments = values.columnRows(shipmentUpdateColumns, (batch) => batch.shipments);
const outbox = values.columnRows(outboxColumns, (batch) => batch.outbox);

const ended = codeList(endedMilestones);
const shipmentAssignments = assignments(shipmentUpdateColumns, {
  target: 's',
  except: ['id', 'movesOn'],
  keepFirst: ['service', 'destinationCountry'],
});

/*
 * Rows that get a position are joined to `turn`, so that no position is drawn before the turn is taken.
 * Accounts are joined to it as well: every batch of a carrier updates the same account, and a row locked
 * before the turn would make batches wait for each other's whole write, and deadlock with several accounts.
 * PostgreSQL executes the parts of `with` that nothing reads from the last to the first. Those that need the
 * turn stand first, so that it is taken late.
 */
const writeSql = `
with turn as materialized (
  select count(pg_advisory_xact_lock(761, hashtext(id)))::int as taken
  from (select id from unnest(${workspaceIds}::text::text[]) as w(id) order by id offset 0) as ordered
), received as (
  update account a set last_received_at = greatest(a.last_received_at, r."lastReceivedAt")
  from turn cross join ${accounts.from} where a.id = r.id
), events as (
  insert into tracking_event (${eventColumns.names})
  select ${events.values} from turn cross join ${events.from}
), published as (
  insert into outbox (${outboxColumns.names})
  select ${outbox.values} from turn cross join ${outbox.from}
), made as (
  insert into shipment (${newShipmentColumns.names}, updated_at)
  select ${newShipments.values}, "createdAt" from ${newShipments.from}
), moved as (
  update shipment s set ${shipmentAssignments}, updated_at = now()
  from ${shipments.from}
  where s.id = r.id
  returning s.id, s.workspace_id, s.carrier, s.destination_country, s.milestone, s.promised_to, s.expected_to, s.last_event_at, s.created_at,
            r."movesOn" as moves_on
), under_way as (
  insert into shipment_under_way (shipment_id, workspace_id, carrier, destination_country, milestone, due_at, moved_on)
  select id, workspace_id, carrier, destination_country, milestone, coalesce(promised_to, expected_to, 'infinity'),
         (coalesce(last_event_at, created_at) at time zone 'UTC')::date
  from moved where moves_on and milestone not in ${ended}
  on conflict (shipment_id) do update
    set destination_country = excluded.destination_country, milestone = excluded.milestone, due_at = excluded.due_at, moved_on = excluded.moved_on
), arrived as (
  delete from shipment_under_way u using moved m
  where u.shipment_id = m.id and m.moves_on and m.milestone in ${ended}
), taken as (
  update leg l set shipment_id = r."shipmentId", parcel = r.parcel,
    next_poll_at = (select now() from account a
                    where a.workspace_id = l.workspace_id and a.kind = 'carrier' and a.connector = l.carrier and a.poll_enabled limit 1)
  from ${legs.from} where l.id = r.id
), due as (
  insert into deadline (${deadlineColumns.names})
  select ${deadlines.values} from ${deadlines.from} where "dueAt" is not null
  on conflict (shipment_id, rule) do update set due_at = excluded.due_at
), undue as (
  delete from deadline d using ${deadlines.from}
  where r."dueAt" is null and d.shipment_id = r."shipmentId" and d.rule = r.rule
), resolved as (
  update delivery_exception set resolved_at = now() where id = any(array(
    select x.id from ${resolved.from}
    cross join lateral (
      select id from delivery_exception where shipment_id = r."shipmentId" and rule = r.rule and resolved_at is null offset 0
    ) x))
), review as (
  insert into review_entry (${problemColumns.names})
  select ${problems.values} from ${problems.from}
)
delete from inbox where position = any(${done}::text::bigint[])`;
