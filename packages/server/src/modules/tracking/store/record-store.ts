import {
  type FactRecord,
  type Leg,
  packState,
  type RecordedFact,
  type ShipmentState,
  type StoredState,
  unpackState,
} from '@milepost/domain';
import { arrays, plainColumn, textColumn } from '../../../platform/database/columns.ts';
import type { Queries } from '../../../platform/database/database.ts';
import { jsonText } from '../../../platform/database/json-text.ts';
import { type FactColumn, factsOfRows } from './stored-row.ts';

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

type StoredShipmentRow = Omit<ShipmentRow, 'states'> & { states: string };

/** A shipment as projection needs it, locked until the transaction ends. */
export interface ShipmentRow {
  id: string;
  workspaceId: string;
  trackingId: string;
  carrier: string;
  trackingNumber: string;
  sequence: number;
  createdAt: number;
  /** Codes of the rules that hold now. */
  openAlerts: string[];
  /** By parcel position. */
  states: Record<string, ShipmentState>;
}

/**
 * The legs of these numbers, made where they are missing. A leg that no shipment owns is locked until the
 * transaction ends; one that has an owner is guarded by the lock on its shipment (`lockShipments`). Both
 * kinds are locked in the order of their ids, so that two workers never wait in a circle.
 */
export async function claimLegs(
  queries: Queries,
  numbers: readonly NumberKey[],
  newId: () => string,
): Promise<LegRow[]> {
  const found = await selectLegs(queries, numbers);
  const known = new Set(found.map(numberKeyText));
  const missing = numbers.filter((number) => !known.has(numberKeyText(number)));
  const legs = missing.length === 0 ? found : await makeLegs(queries, numbers, missing, newId);
  return lockUnowned(queries, legs);
}

async function makeLegs(
  queries: Queries,
  numbers: readonly NumberKey[],
  missing: readonly NumberKey[],
  newId: () => string,
): Promise<LegRow[]> {
  const rows = missing.map((number) => ({ id: newId(), ...number }));
  await queries.query(
    `insert into leg (id, workspace_id, carrier, tracking_number)
     select id, "workspaceId", carrier, "trackingNumber"
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "workspaceId" uuid, carrier text, "trackingNumber" text)
     order by 2, 3, 4 on conflict do nothing`,
    [jsonText(rows)],
  );
  const made = new Set(rows.map((row) => row.id));
  const legs = await selectLegs(queries, numbers);
  return legs.map((leg) => (made.has(leg.id) ? { ...leg, isNew: true } : leg));
}

/** Somebody may register a number between our look and our lock; under the lock we look again. */
async function lockUnowned(queries: Queries, legs: readonly LegRow[]): Promise<LegRow[]> {
  const unowned = legs.filter((leg) => leg.shipmentId === null && !leg.isNew);
  if (unowned.length === 0) return [...legs];
  const rows = await queries.query<{ id: string; shipmentId: string | null; parcel: number }>(
    `select id, shipment_id as "shipmentId", parcel from leg where id = any($1::uuid[]) order by id for no key update`,
    [unowned.map((leg) => leg.id)],
    'lock_unowned',
  );
  const now = new Map(rows.map((row) => [row.id, row]));
  return legs.map((leg) => ({ ...leg, ...now.get(leg.id) }));
}

/*
 * Look-ups of many keys go key by key through the index, fenced by `offset 0`: while a table is young the planner knows nothing of its size and
 * would read all of it.
 */
const legColumns = `id, workspace_id as "workspaceId", shipment_id as "shipmentId", parcel, carrier, tracking_number as "trackingNumber",
  nullif(valid_from, '-infinity') as "validFrom", nullif(valid_to, 'infinity') as "validTo"`;

function selectLegs(queries: Queries, numbers: readonly NumberKey[]): Promise<LegRow[]> {
  return queries.query<LegRow>(
    `select l.* from unnest(${arrays(1, 'uuid text text')}) as r(workspace_id, carrier, tracking_number)
     cross join lateral (
       select ${legColumns} from leg
       where workspace_id = r.workspace_id and carrier = r.carrier and tracking_number = r.tracking_number offset 0
     ) l order by l.id`,
    [
      plainColumn(numbers.map((number) => number.workspaceId)),
      textColumn(numbers.map((number) => number.carrier)),
      textColumn(numbers.map((number) => number.trackingNumber)),
    ],
    'select_legs',
  );
}

export function numberKeyText(number: NumberKey): string {
  return `${number.workspaceId} ${number.carrier} ${number.trackingNumber}`;
}

export async function lockShipments(queries: Queries, ids: readonly string[]): Promise<ShipmentRow[]> {
  if (ids.length === 0) return [];
  const rows = await queries.query<StoredShipmentRow>(
    `select id, workspace_id as "workspaceId", tracking_id as "trackingId", carrier, tracking_number as "trackingNumber", sequence,
            created_at as "createdAt", open_exceptions as "openAlerts", states
     from shipment where id = any($1::uuid[]) order by id for no key update`,
    [ids],
    'lock_shipments',
  );
  return rows.map((row) => ({ ...row, states: unpackStates(row.states) }));
}

/** The column `states`: what `packStates` made, as JSON. */
export function unpackStates(column: string): Record<string, ShipmentState> {
  // Written by us alone, from what packStates gave.
  const stored = JSON.parse(column) as Record<string, StoredState>;
  return Object.fromEntries(Object.entries(stored).map(([parcel, state]) => [parcel, unpackState(state)]));
}

/** By parcel position. */
export function packStates(states: Readonly<Record<string, ShipmentState>>): Record<string, StoredState> {
  return Object.fromEntries(Object.entries(states).map(([parcel, state]) => [parcel, packState(state)]));
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
    `select e.* from unnest($1::uuid[], $2::uuid[]) as k(leg_id, identity)
     cross join lateral (
       select leg_id as "legId", replace(identity::text, '-', '') as identity, replace(revision::text, '-', '') as revision
       from tracking_event where leg_id = k.leg_id and identity = k.identity offset 0
     ) e`,
    [keys.map((key) => key.legId), keys.map((key) => key.identity)],
    'known_revisions',
  );
}

/** The statements about a parcel as a whole that the record holds for these legs, wherever they stand. */
export function knownStatements(
  queries: Queries,
  legIds: readonly string[],
): Promise<{ legId: string; identity: string }[]> {
  return queries.query(
    `select e.* from unnest($1::uuid[]) as l(id)
     cross join lateral (
       select leg_id as "legId", coalesce(fact -> 'stated' ->> 'identity', replace(identity::text, '-', '')) as identity
       from tracking_event where leg_id = l.id and (kind = 'details' or fact -> 'stated' is not null) offset 0
     ) e`,
    [legIds],
    'known_statements',
  );
}

type FactRow = FactRecord & { fact: FactColumn };

/** Every fact of all legs of these shipments (and of these legs, where no shipment has them yet). */
export async function factsOfLegs(queries: Queries, legIds: readonly string[]): Promise<RecordedFact[]> {
  const rows = await queries.query<FactRow>(
    `select e.* from unnest($1::uuid[]) as l(id)
     cross join lateral (
       select leg_id as "legId", replace(identity::text, '-', '') as identity, replace(revision::text, '-', '') as revision,
              source, received_at as "receivedAt", reading, fact
       from tracking_event where leg_id = l.id offset 0
     ) e`,
    [legIds],
    'facts_of_legs',
  );
  return factsOfRows(rows);
}

export function legsOfShipments(queries: Queries, shipmentIds: readonly string[]): Promise<LegRow[]> {
  return queries.query<LegRow>(
    `select l.* from unnest($1::uuid[]) as s(id)
     cross join lateral (select ${legColumns} from leg where shipment_id = s.id offset 0) l`,
    [shipmentIds],
    'legs_of_shipments',
  );
}
