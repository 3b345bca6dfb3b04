import type { Leg } from '@milepost/domain';
import { arrays, plainColumn, textColumn } from '../../../platform/database/columns.ts';
import type { Queries } from '../../../platform/database/database.ts';
import { jsonText } from '../../../platform/database/json-text.ts';

/** A carrier's tracking number within a workspace: what a message contains before its leg is found. */
export interface NumberKey {
  workspaceId: string;
  carrier: string;
  trackingNumber: string;
}

export interface LegRow extends Leg {
  workspaceId: string;
  parcel: number;
  /** Created in this transaction, so that it has no facts yet. */
  isNew?: true;
}

/**
 * The legs of these numbers; missing ones are created. A leg without a shipment is locked until the
 * transaction ends; a leg with a shipment is protected by the lock on the shipment (`lockShipments`). Both
 * are locked in the order of their ids, so that two workers cannot deadlock.
 */
export async function claimLegs(
  queries: Queries,
  numbers: readonly NumberKey[],
  newId: () => string,
): Promise<LegRow[]> {
  const found = await selectLegs(queries, numbers);
  const known = new Set(found.map(numberKeyText));
  const missing = numbers.filter((number) => !known.has(numberKeyText(number)));
  const legs = missing.length === 0 ? found : await createLegs(queries, numbers, missing, newId);
  return lockUnowned(queries, legs);
}

async function createLegs(
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
  const created = new Set(rows.map((row) => row.id));
  const legs = await selectLegs(queries, numbers);
  return legs.map((leg) => (created.has(leg.id) ? { ...leg, isNew: true } : leg));
}

/** A number may be registered between the look-up and the lock, so the legs are read again under the lock. */
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
 * Many keys are looked up one by one in the index; `offset 0` prevents another plan. Without statistics of a
 * new table the planner would read all of it.
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

export function legsOfShipments(queries: Queries, shipmentIds: readonly string[]): Promise<LegRow[]> {
  return queries.query<LegRow>(
    `select l.* from unnest($1::uuid[]) as s(id)
     cross join lateral (select ${legColumns} from leg where shipment_id = s.id offset 0) l`,
    [shipmentIds],
    'legs_of_shipments',
  );
}

/** How long before its registration a new use of a number may start. */
const leadMs = 14 * 86_400_000;

/** Ends a leg and opens the next one of the same number: carriers reuse numbers. */
export async function startNewUse(
  queries: Queries,
  leg: LegRow,
  tools: { newId(): string; now(): number },
): Promise<LegRow> {
  const validFrom = tools.now() - leadMs;
  const next: LegRow = {
    ...leg,
    id: tools.newId(),
    shipmentId: null,
    parcel: 1,
    validFrom,
    validTo: null,
    isNew: true,
  };
  const from = new Date(validFrom).toISOString();
  await queries.query('update leg set valid_to = $2 where id = $1', [leg.id, from]);
  await queries.query(
    'insert into leg (id, workspace_id, carrier, tracking_number, valid_from) values ($1, $2, $3, $4, $5)',
    [next.id, leg.workspaceId, leg.carrier, leg.trackingNumber, from],
  );
  return next;
}
