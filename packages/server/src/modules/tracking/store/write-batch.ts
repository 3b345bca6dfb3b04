import {
  arrays,
  documentColumn,
  listColumn,
  plainColumn,
  textColumn,
} from '../../../platform/database/columns.ts';
import type { Queries } from '../../../platform/database/database.ts';
import { jsonText } from '../../../platform/database/json-text.ts';

/** Everything one batch changes, each part a list of rows with the column names of its table. Dates are ISO 8601 text. */
export interface BatchWrite {
  /** Positions of the messages that are done. */
  done: readonly number[];
  events: readonly EventRow[];
  newShipments: readonly NewShipmentRow[];
  shipments: readonly ShipmentUpdate[];
  /** Legs that a shipment takes over, or that a hand-over opened. */
  legs: readonly { id: string; shipment_id: string; parcel: number }[];
  outbox: readonly OutboxRow[];
  deadlines: readonly DeadlineRow[];
  resolved: readonly { shipment_id: string; rule: string }[];
  problems: readonly ProblemRow[];
  accounts: readonly { id: string; last_received_at: string }[];
}

export interface EventRow {
  leg_id: string;
  identity: string;
  revision: string;
  workspace_id: string;
  kind: string;
  occurred_at: string | null;
  milestone: string | null;
  sub_status: string | null;
  source: string;
  account_id: string;
  raw_message_id: string;
  received_at: string;
  reading: number;
  fact: unknown;
}

export interface ShipmentUpdate {
  id: string;
  milestone: string;
  sub_status: string;
  since: string | null;
  last_event_at: string | null;
  expected_from: string | null;
  expected_to: string | null;
  delivered_at: string | null;
  service: string | null;
  destination_country: string | null;
  open_exceptions: readonly string[];
  has_exception: boolean;
  flags: readonly string[];
  sequence: number;
  states: unknown;
  /** Something changed that `shipment_under_way` keeps. */
  moves_on: boolean;
}

/** What only a new shipment says of itself; a fact never changes it later. */
export interface NewShipmentRow extends ShipmentUpdate {
  workspace_id: string;
  tracking_id: string;
  carrier: string;
  tracking_number: string;
  references_given: readonly string[];
  recipient_name: string | null;
  recipient_email: string | null;
  origin: unknown;
  destination: unknown;
  destination_postcode: string | null;
  despatch_date: string | null;
  promised_from: string | null;
  promised_to: string | null;
  created_at: string;
}

export interface DeadlineRow {
  shipment_id: string;
  workspace_id: string;
  rule: string;
  /** Null takes the deadline away. */
  due_at: string | null;
}

export interface OutboxRow {
  workspace_id: string;
  shipment_id: string;
  shipment_sequence: number;
  type: string;
  payload: unknown;
}

export interface ProblemRow {
  workspace_id: string;
  account_id: string;
  carrier: string;
  kind: string;
  cause: string;
  detail: string;
  pointer: string;
  raw_message_id: string;
  received_at: string;
}

/**
 * Takes the turn and writes, in one statement and one round trip: whoever waits for the turn waits for the database alone, not for our next step.
 */
export async function writeBatch(
  queries: Queries,
  workspaceIds: readonly string[],
  batch: BatchWrite,
): Promise<void> {
  const rare = [
    batch.newShipments,
    batch.legs,
    batch.deadlines,
    batch.resolved,
    batch.problems,
    batch.accounts,
  ];
  const values = [
    plainColumn([...workspaceIds].sort()),
    plainColumn(batch.done),
    ...rare.map(jsonText),
    ...eventColumns(batch.events),
    ...shipmentColumns(batch.shipments),
    ...outboxColumns(batch.outbox),
  ];
  await queries.query(writeSql, values, 'write_batch');
}

// What nearly every message changes travels as columns, the rest as rows (docs/adr/0014-batch-rows-as-columns.md).

function eventColumns(rows: readonly EventRow[]): string[] {
  return [
    plainColumn(rows.map((row) => row.leg_id)),
    plainColumn(rows.map((row) => row.identity)),
    plainColumn(rows.map((row) => row.revision)),
    plainColumn(rows.map((row) => row.workspace_id)),
    plainColumn(rows.map((row) => row.kind)),
    plainColumn(rows.map((row) => row.occurred_at)),
    plainColumn(rows.map((row) => row.milestone)),
    plainColumn(rows.map((row) => row.sub_status)),
    plainColumn(rows.map((row) => row.source)),
    plainColumn(rows.map((row) => row.account_id)),
    plainColumn(rows.map((row) => row.raw_message_id)),
    plainColumn(rows.map((row) => row.received_at)),
    plainColumn(rows.map((row) => row.reading)),
    documentColumn(rows.map((row) => row.fact)),
  ];
}

function shipmentColumns(rows: readonly ShipmentUpdate[]): string[] {
  return [
    plainColumn(rows.map((row) => row.id)),
    plainColumn(rows.map((row) => row.milestone)),
    plainColumn(rows.map((row) => row.sub_status)),
    plainColumn(rows.map((row) => row.since)),
    plainColumn(rows.map((row) => row.last_event_at)),
    plainColumn(rows.map((row) => row.expected_from)),
    plainColumn(rows.map((row) => row.expected_to)),
    plainColumn(rows.map((row) => row.delivered_at)),
    textColumn(rows.map((row) => row.service)),
    textColumn(rows.map((row) => row.destination_country)),
    listColumn(rows.map((row) => row.open_exceptions)),
    plainColumn(rows.map((row) => row.has_exception)),
    listColumn(rows.map((row) => row.flags)),
    plainColumn(rows.map((row) => row.sequence)),
    plainColumn(rows.map((row) => row.moves_on)),
    documentColumn(rows.map((row) => row.states)),
  ];
}

function outboxColumns(rows: readonly OutboxRow[]): string[] {
  return [
    plainColumn(rows.map((row) => row.workspace_id)),
    plainColumn(rows.map((row) => row.shipment_id)),
    plainColumn(rows.map((row) => row.shipment_sequence)),
    plainColumn(rows.map((row) => row.type)),
    documentColumn(rows.map((row) => row.payload)),
  ];
}

/** Milestones with which a shipment is no longer under way; migration 0004 says the same for new ones. */
const ended = `('delivered', 'returned', 'cancelled', 'expired')`;

/*
 * Rows that get a position are joined to `turn`, so that no position is drawn before the turn is ours; and so are the accounts, which every batch of the same
 * carriers writes: locked before the turn they would put batches in line for the whole of their writing, and in a circle where there are several.
 * PostgreSQL works parts that nobody reads from the last to the first: those that need the turn stand first, so that it is taken late.
 */
const writeSql = `
with turn as materialized (
  select count(pg_advisory_xact_lock(761, hashtext(id)))::int as taken from (select id from unnest($1::text::text[]) as w(id) order by id offset 0) as ordered
), heard as (
  update account a set last_received_at = greatest(a.last_received_at, r.last_received_at)
  from turn cross join jsonb_to_recordset($8::jsonb) as r(id uuid, last_received_at timestamptz) where a.id = r.id
), events as (
  insert into tracking_event (leg_id, identity, revision, workspace_id, kind, occurred_at, milestone, sub_status, source, account_id,
                              raw_message_id, received_at, reading, fact)
  select leg_id, identity, revision, workspace_id, kind, occurred_at, milestone, sub_status, source, account_id, raw_message_id, received_at, reading,
         fact::json
  from turn cross join rows from (
    unnest(${arrays(9, 'uuid uuid uuid uuid text timestamptz text text text uuid uuid timestamptz bigint')}),
    unnest(string_to_array($22::text, E'\\x1e'))
  ) as r(leg_id, identity, revision, workspace_id, kind, occurred_at, milestone, sub_status, source, account_id, raw_message_id, received_at, reading, fact)
), published as (
  insert into outbox (workspace_id, shipment_id, shipment_sequence, type, payload)
  select workspace_id, shipment_id, shipment_sequence, type, payload
  from turn cross join rows from (
    unnest(${arrays(39, 'uuid uuid bigint text')}),
    unnest(string_to_array($43::text, E'\\x1e'))
  ) as r(workspace_id, shipment_id, shipment_sequence, type, payload)
), made as (
  insert into shipment (id, workspace_id, tracking_id, carrier, tracking_number, milestone, sub_status, since, last_event_at, expected_from,
                        expected_to, delivered_at, service, destination_country, open_exceptions, has_exception, flags, sequence, states,
                        references_given, recipient_name, recipient_email, origin, destination, destination_postcode, despatch_date,
                        promised_from, promised_to, created_at, updated_at)
  select id, workspace_id, tracking_id, carrier, tracking_number, milestone, sub_status, since, last_event_at, expected_from,
         expected_to, delivered_at, service, destination_country, open_exceptions, has_exception, flags, sequence, states,
         references_given, recipient_name, recipient_email, origin, destination, destination_postcode, despatch_date, promised_from, promised_to,
         created_at, created_at
  from jsonb_to_recordset($3::jsonb) as r(id uuid, workspace_id uuid, tracking_id text, carrier text, tracking_number text, milestone text,
    sub_status text, since timestamptz, last_event_at timestamptz, expected_from timestamptz, expected_to timestamptz, delivered_at timestamptz,
    service text, destination_country text, open_exceptions text[], has_exception boolean, flags text[], sequence bigint, states text, references_given text[],
    recipient_name text, recipient_email text, origin jsonb, destination jsonb, destination_postcode text, despatch_date date,
    promised_from timestamptz, promised_to timestamptz, created_at timestamptz)
), moved as (
  update shipment s set milestone = r.milestone, sub_status = r.sub_status, since = r.since, last_event_at = r.last_event_at,
    expected_from = r.expected_from, expected_to = r.expected_to, delivered_at = r.delivered_at, service = coalesce(s.service, r.service),
    destination_country = coalesce(s.destination_country, r.destination_country), open_exceptions = r.open_exceptions::text[], has_exception = r.has_exception,
    flags = r.flags::text[], sequence = r.sequence, states = r.states, updated_at = now()
  from rows from (
    unnest(${arrays(23, 'uuid text text timestamptz timestamptz timestamptz timestamptz timestamptz text text text boolean text bigint boolean')}),
    unnest(string_to_array($38::text, E'\\x1e'))
  ) as r(id, milestone, sub_status, since, last_event_at, expected_from, expected_to, delivered_at, service, destination_country, open_exceptions,
         has_exception, flags, sequence, moves_on, states)
  where s.id = r.id
  returning s.id, s.workspace_id, s.carrier, s.destination_country, s.milestone, s.promised_to, s.expected_to, s.last_event_at, s.created_at, r.moves_on
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
  update leg l set shipment_id = r.shipment_id, parcel = r.parcel,
    next_poll_at = (select now() from account a
                    where a.workspace_id = l.workspace_id and a.kind = 'carrier' and a.connector = l.carrier and a.poll_enabled limit 1)
  from jsonb_to_recordset($4::jsonb) as r(id uuid, shipment_id uuid, parcel smallint) where l.id = r.id
), due as (
  insert into deadline (shipment_id, workspace_id, rule, due_at)
  select shipment_id, workspace_id, rule, due_at
  from jsonb_to_recordset($5::jsonb) as r(shipment_id uuid, workspace_id uuid, rule text, due_at timestamptz) where due_at is not null
  on conflict (shipment_id, rule) do update set due_at = excluded.due_at
), undue as (
  delete from deadline d using jsonb_to_recordset($5::jsonb) as r(shipment_id uuid, rule text, due_at timestamptz)
  where r.due_at is null and d.shipment_id = r.shipment_id and d.rule = r.rule
), resolved as (
  update delivery_exception set resolved_at = now() where id = any(array(
    select x.id from jsonb_to_recordset($6::jsonb) as r(shipment_id uuid, rule text)
    cross join lateral (
      select id from delivery_exception where shipment_id = r.shipment_id and rule = r.rule and resolved_at is null offset 0
    ) x))
), review as (
  insert into review_entry (workspace_id, account_id, carrier, kind, cause, detail, pointer, raw_message_id, received_at)
  select workspace_id, account_id, carrier, kind, cause, detail, pointer, raw_message_id, received_at
  from jsonb_to_recordset($7::jsonb) as r(workspace_id uuid, account_id uuid, carrier text, kind text, cause text, detail text, pointer text,
    raw_message_id uuid, received_at timestamptz)
)
delete from inbox where position = any($2::text::bigint[])`;
