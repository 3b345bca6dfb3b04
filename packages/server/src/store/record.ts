import type { Fact, Leg, RecordedFact, ShipmentState } from '@milepost/domain';
import type { Queries } from './database.ts';
import { jsonText } from './json-text.ts';

/** A carrier's number within a workspace: what a message knows before it knows a leg. */
export interface NumberKey {
  workspaceId: string;
  carrier: string;
  trackingNumber: string;
}

export interface LegRow extends Leg {
  workspaceId: string;
  parcel: number;
  /** Made just now, so that it cannot hold facts yet. */
  isNew?: true;
}

/** A shipment as projection needs it, locked until the transaction ends. */
export interface ShipmentRow {
  id: string;
  workspaceId: string;
  trackingId: string;
  references: string[];
  carrier: string;
  trackingNumber: string;
  sequence: number;
  createdAt: number;
  despatchDate: string | null;
  promisedTo: number | null;
  /** Codes of the rules that hold now. */
  openAlerts: string[];
  /** By parcel position. */
  states: Record<string, ShipmentState>;
}

/**
 * The legs of these numbers, made where they are missing, locked in one order so that two workers never wait for each other in a circle.
 */
export async function lockLegs(
  queries: Queries,
  numbers: readonly NumberKey[],
  newId: () => string,
): Promise<LegRow[]> {
  const found = await selectLegs(queries, numbers);
  const known = new Set(found.map(numberKeyText));
  const missing = numbers.filter((number) => !known.has(numberKeyText(number)));
  if (missing.length === 0) return found;
  const rows = missing.map((number) => ({ id: newId(), ...number }));
  await queries.query(
    `insert into leg (id, workspace_id, carrier, tracking_number)
     select id, "workspaceId", carrier, "trackingNumber"
     from json_to_recordset($1::json) as r(id uuid, "workspaceId" uuid, carrier text, "trackingNumber" text)
     order by 2, 3, 4 on conflict do nothing`,
    [jsonText(rows)],
  );
  const made = new Set(rows.map((row) => row.id));
  const legs = await selectLegs(queries, numbers);
  return legs.map((leg) => (made.has(leg.id) ? { ...leg, isNew: true } : leg));
}

function selectLegs(queries: Queries, numbers: readonly NumberKey[]): Promise<LegRow[]> {
  return queries.query<LegRow>(
    `select l.id, l.workspace_id as "workspaceId", l.shipment_id as "shipmentId", l.parcel, l.carrier,
            l.tracking_number as "trackingNumber", nullif(l.valid_from, '-infinity') as "validFrom", nullif(l.valid_to, 'infinity') as "validTo"
     from leg l
     join json_to_recordset($1::json) as r("workspaceId" uuid, carrier text, "trackingNumber" text)
       on l.workspace_id = r."workspaceId" and l.carrier = r.carrier and l.tracking_number = r."trackingNumber"
     order by l.id for no key update of l`,
    [jsonText(numbers)],
    'lock_legs',
  );
}

export function numberKeyText(number: NumberKey): string {
  return `${number.workspaceId} ${number.carrier} ${number.trackingNumber}`;
}

export function lockShipments(queries: Queries, ids: readonly string[]): Promise<ShipmentRow[]> {
  return queries.query<ShipmentRow>(
    `select id, workspace_id as "workspaceId", tracking_id as "trackingId", references_given as "references", carrier,
            tracking_number as "trackingNumber", sequence, created_at as "createdAt", despatch_date as "despatchDate",
            promised_to as "promisedTo", open_alerts as "openAlerts", states
     from shipment where id = any($1::uuid[]) order by id for no key update`,
    [ids],
    'lock_shipments',
  );
}

export interface FactKey {
  legId: string;
  identity: string;
}

/** Which of these identities the record already holds, with every revision of each. */
export function knownRevisions(
  queries: Queries,
  keys: readonly FactKey[],
): Promise<{ legId: string; identity: string; revision: string }[]> {
  return queries.query(
    `select e.leg_id as "legId", replace(e.identity::text, '-', '') as identity, replace(e.revision::text, '-', '') as revision
     from unnest($1::uuid[], $2::uuid[]) as k(leg_id, identity)
     join tracking_event e on e.leg_id = k.leg_id and e.identity = k.identity`,
    [keys.map((key) => key.legId), keys.map((key) => key.identity)],
    'known_revisions',
  );
}

interface FactRow {
  legId: string;
  identity: string;
  revision: string;
  source: string;
  receivedAt: number;
  fact: Fact;
}

/** Every fact of all legs of these shipments (and of these legs, where no shipment has them yet). */
export async function factsOfLegs(queries: Queries, legIds: readonly string[]): Promise<RecordedFact[]> {
  const rows = await queries.query<FactRow>(
    `select leg_id as "legId", replace(identity::text, '-', '') as identity, replace(revision::text, '-', '') as revision,
            source, received_at as "receivedAt", fact
     from tracking_event where leg_id = any($1::uuid[])`,
    [legIds],
    'facts_of_legs',
  );
  return rows.map(asRecordedFact);
}

function asRecordedFact(row: FactRow): RecordedFact {
  const { fact, ...record } = row;
  return { ...fact, ...record };
}

export function legsOfShipments(queries: Queries, shipmentIds: readonly string[]): Promise<LegRow[]> {
  return queries.query<LegRow>(
    `select id, workspace_id as "workspaceId", shipment_id as "shipmentId", parcel, carrier, tracking_number as "trackingNumber",
            nullif(valid_from, '-infinity') as "validFrom", nullif(valid_to, 'infinity') as "validTo"
     from leg where shipment_id = any($1::uuid[])`,
    [shipmentIds],
    'legs_of_shipments',
  );
}
