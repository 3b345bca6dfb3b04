import {
  newTrackingId,
  normaliseTrackingNumber,
  type PlaceText,
  reuseAfterMs,
  rollUp,
} from '@milepost/domain';
import type { Database, Queries } from '../../../platform/database/database.ts';
import { detect } from '../pipeline/detect.ts';
import { foldFully, type Projected, type ProjectTools, type TakenLeg } from '../pipeline/project.ts';
import { publish } from '../pipeline/publish.ts';
import { ownersOf } from '../pipeline/record-facts.ts';
import { newShipmentRow } from '../pipeline/shipment-rows.ts';
import type { NewShipmentRow } from '../store/batch-rows.ts';
import { claimLegs, type LegRow, numberKeyText, startNewUse } from '../store/legs.ts';
import { lockShipments, type ShipmentRow } from '../store/locked-shipments.ts';
import { writeBatch } from '../store/write-batch.ts';

/**
 * A shipment as announced by its sender. At least one parcel; the first gives the shipment its carrier and
 * number.
 */
export interface RegisterInput {
  references: readonly string[];
  recipientName?: string | null;
  recipientEmail?: string | null;
  origin?: PlaceText | null;
  destination?: PlaceText | null;
  service?: string | null;
  /** ISO date. */
  despatchDate?: string | null;
  /** ISO 8601 instants. */
  promised?: { from: string | null; to: string | null } | null;
  parcels: readonly { carrier: string; trackingNumber: string }[];
}

export type RegisterResult =
  | { kind: 'created' | 'existing'; shipmentId: string; trackingId: string }
  | { kind: 'refused'; code: string; detail: string; pointer: string };

export interface RegisterTools extends ProjectTools {
  now(): number;
}

/**
 * Registers shipments. The same number again gives the same shipment; facts that were received earlier for a
 * number are folded in. One transaction for all; a shipment that cannot be registered is refused on its own.
 */
export function register(
  database: Database,
  workspaceId: string,
  inputs: readonly RegisterInput[],
  tools: RegisterTools,
): Promise<RegisterResult[]> {
  return database.transaction(async (queries) => {
    const registration = await plan(queries, workspaceId, inputs, tools);
    await carryOut(queries, workspaceId, registration);
    return registration.results;
  });
}

interface Registration {
  results: RegisterResult[];
  made: { projected: Projected; stated: Partial<NewShipmentRow> }[];
  taken: TakenLeg[];
  legs: LegRow[];
}

async function plan(
  queries: Queries,
  workspaceId: string,
  inputs: readonly RegisterInput[],
  tools: RegisterTools,
): Promise<Registration> {
  const numbers = new Map<string, { workspaceId: string; carrier: string; trackingNumber: string }>();
  for (const { carrier, trackingNumber } of inputs.flatMap((input) => input.parcels)) {
    const key = { workspaceId, carrier, trackingNumber: normaliseTrackingNumber(trackingNumber) };
    numbers.set(numberKeyText(key), key);
  }
  const legs = await claimLegs(queries, [...numbers.values()], tools.newId);
  const registration: Registration = { results: [], made: [], taken: [], legs };
  const locked = await lockShipments(queries, ownersOf(legs));
  const owners = new Map(locked.map((row) => [row.id, row]));
  const openLegs = await withFreshUses(queries, legs, owners, tools);
  for (const input of inputs)
    registration.results.push(registerOne(input, workspaceId, openLegs, { registration, owners, tools }));
  registration.legs = [...openLegs.values()];
  return registration;
}

/**
 * The newest leg of each number. Where its shipment ended long ago, the number is reused and gets a new leg.
 */
async function withFreshUses(
  queries: Queries,
  legs: readonly LegRow[],
  owners: ReadonlyMap<string, ShipmentRow>,
  tools: RegisterTools,
): Promise<Map<string, LegRow>> {
  const newest = new Map<string, LegRow>();
  for (const leg of legs) {
    const held = newest.get(numberKeyText(leg));
    if (!held || (leg.validFrom ?? 0) > (held.validFrom ?? 0)) newest.set(numberKeyText(leg), leg);
  }
  for (const [key, leg] of newest) {
    const owner = leg.shipmentId === null ? undefined : owners.get(leg.shipmentId);
    if (owner && isOver(owner, tools.now())) newest.set(key, await startNewUse(queries, leg, tools));
  }
  return newest;
}

function isOver(shipment: ShipmentRow, now: number): boolean {
  const state = rollUp(Object.values(shipment.states));
  const lastWord = state.last?.time.occurredAt ?? shipment.createdAt;
  return state.ended !== 'no' && now - lastWord > reuseAfterMs;
}

interface Environment {
  registration: Registration;
  owners: ReadonlyMap<string, ShipmentRow>;
  tools: RegisterTools;
}

function registerOne(
  input: RegisterInput,
  workspaceId: string,
  legs: ReadonlyMap<string, LegRow>,
  { registration, owners, tools }: Environment,
): RegisterResult {
  const own = input.parcels.flatMap(({ carrier, trackingNumber }) => {
    const leg = legs.get(
      numberKeyText({ workspaceId, carrier, trackingNumber: normaliseTrackingNumber(trackingNumber) }),
    );
    return leg ? [leg] : [];
  });
  const [first] = own;
  if (!first)
    return {
      kind: 'refused',
      code: 'no_parcel',
      detail: 'A shipment needs at least one parcel.',
      pointer: '/parcels',
    };
  const taken = own.findIndex((leg) => leg.shipmentId !== null && leg.shipmentId !== first.shipmentId);
  if (taken >= 0) return belongsElsewhere(taken);
  if (first.shipmentId !== null) {
    const owner =
      owners.get(first.shipmentId) ??
      registration.made.find((entry) => entry.projected.shipment.id === first.shipmentId)?.projected.shipment;
    return { kind: 'existing', shipmentId: first.shipmentId, trackingId: owner?.trackingId ?? '' };
  }
  return make(input, own, registration, tools);
}

function belongsElsewhere(index: number): RegisterResult {
  return {
    kind: 'refused',
    code: 'number_in_use',
    detail: 'This number already belongs to another shipment.',
    pointer: `/parcels/${index}/trackingNumber`,
  };
}

function make(
  input: RegisterInput,
  legs: readonly LegRow[],
  registration: Registration,
  tools: RegisterTools,
): RegisterResult {
  const shipment = shipmentOf(legs, tools);
  for (const [index, leg] of legs.entries()) {
    leg.shipmentId = shipment.id;
    leg.parcel = index + 1;
    registration.taken.push({
      id: leg.id,
      shipmentId: shipment.id,
      parcel: leg.parcel,
      holdsFacts: !leg.isNew,
    });
  }
  const projected: Projected = { shipment, isNew: true, before: {}, after: {}, facts: [] };
  registration.made.push({ projected, stated: statedFieldsOf(input) });
  return { kind: 'created', shipmentId: shipment.id, trackingId: shipment.trackingId };
}

function shipmentOf(legs: readonly LegRow[], tools: RegisterTools): ShipmentRow {
  const [first] = legs;
  return {
    id: tools.newId(),
    workspaceId: first?.workspaceId ?? '',
    trackingId: newTrackingId(tools.random),
    carrier: first?.carrier ?? '',
    trackingNumber: first?.trackingNumber ?? '',
    sequence: 0,
    createdAt: tools.now(),
    openExceptions: [],
    states: {},
  };
}

function statedFieldsOf(input: RegisterInput): Partial<NewShipmentRow> {
  return {
    referencesGiven: input.references,
    recipientName: input.recipientName ?? null,
    recipientEmail: input.recipientEmail ?? null,
    origin: input.origin ?? null,
    destination: input.destination ?? null,
    destinationPostcode: input.destination?.postcode ?? null,
    despatchDate: input.despatchDate ?? null,
    promisedFrom: input.promised?.from ?? null,
    promisedTo: input.promised?.to ?? null,
    ...(input.service ? { service: input.service } : {}),
    ...(input.destination?.country ? { destinationCountry: input.destination.country } : {}),
  };
}

async function carryOut(queries: Queries, workspaceId: string, registration: Registration): Promise<void> {
  const projected = registration.made.map((entry) => entry.projected);
  if (projected.length === 0) return;
  const waiting = new Set(registration.taken.filter((leg) => leg.holdsFacts).map((leg) => leg.shipmentId));
  const withFacts = projected.filter(({ shipment }) => waiting.has(shipment.id));
  if (withFacts.length > 0) await foldFully(queries, withFacts, registration.legs);
  const detected = detect(projected);
  await writeBatch(queries, [workspaceId], {
    done: [],
    events: [],
    newShipments: registration.made.map(({ projected: created, stated }) =>
      newShipmentRow(created, detected.openExceptions, stated),
    ),
    shipments: [],
    legs: registration.taken,
    outbox: publish(projected, detected.openExceptions),
    deadlines: detected.deadlines,
    resolved: [],
    problems: [],
    accounts: [],
  });
}
