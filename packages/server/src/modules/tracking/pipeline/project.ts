import {
  compareKeys,
  emptyState,
  evolve,
  fold,
  newTrackingId,
  orderKeyOf,
  type RecordedFact,
  type ShipmentState,
} from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';
import type { TakenLegRow } from '../store/batch-rows.ts';
import { factsOfLegs } from '../store/known-facts.ts';
import { type LegRow, legsOfShipments, numberKeyText } from '../store/legs.ts';
import type { ShipmentRow } from '../store/locked-shipments.ts';
import type { NewFact } from './new-fact.ts';
import { partnerOf, type Recorded } from './record-facts.ts';

/** A shipment before and after the facts of this batch. */
export interface Projected {
  shipment: ShipmentRow;
  isNew: boolean;
  before: Record<string, ShipmentState>;
  after: Record<string, ShipmentState>;
  facts: NewFact[];
}

export interface Projection {
  shipments: Projected[];
  /** Legs that a shipment takes over in this batch. */
  taken: TakenLeg[];
}

export interface TakenLeg extends TakenLegRow {
  /** The leg has facts that arrived before its shipment. */
  holdsFacts: boolean;
}

export interface ProjectTools {
  newId(): string;
  random(count: number): Uint8Array;
}

/**
 * Folds the new facts into their shipments: one step when the facts are the newest, the full fold otherwise.
 */
export async function project(
  queries: Queries,
  recorded: Recorded,
  tools: ProjectTools,
): Promise<Projection> {
  const adopted = adopt(recorded, tools);
  const taken = [...adopted.taken, ...followPartners(recorded)];
  const shipments = new Map([...adopted.shipments, ...recorded.owners.map((row) => [row.id, row] as const)]);
  const projected = gather(recorded, shipments, { adopted: adopted.shipments, taken });
  const refold = taken.filter((leg) => leg.holdsFacts).map((leg) => leg.shipmentId);
  await foldInto(queries, projected, recorded.legs, new Set(refold));
  return { shipments: projected, taken };
}

/** Unregistered numbers become shipments, for accounts with this setting. */
function adopt(
  recorded: Recorded,
  tools: ProjectTools,
): { shipments: Map<string, ShipmentRow>; taken: TakenLeg[] } {
  const shipments = new Map<string, ShipmentRow>();
  const taken: TakenLeg[] = [];
  for (const { leg, message } of recorded.facts) {
    if (leg.shipmentId !== null || !message.adoptsUnknown) continue;
    const shipment = newShipmentOf(leg, message.receivedAt, tools);
    shipments.set(shipment.id, shipment);
    leg.shipmentId = shipment.id;
    taken.push({ id: leg.id, shipmentId: shipment.id, parcel: leg.parcel, holdsFacts: !leg.isNew });
  }
  return { shipments, taken };
}

function newShipmentOf(leg: LegRow, createdAt: number, tools: ProjectTools): ShipmentRow {
  return {
    id: tools.newId(),
    workspaceId: leg.workspaceId,
    trackingId: newTrackingId(tools.random),
    carrier: leg.carrier,
    trackingNumber: leg.trackingNumber,
    sequence: 0,
    createdAt,
    openExceptions: [],
    states: {},
  };
}

/**
 * A hand-over with the next carrier's number opens the next leg of the parcel, unless another shipment owns
 * that number.
 */
function followPartners(recorded: Recorded): TakenLeg[] {
  const byNumber = new Map(recorded.legs.map((leg) => [numberKeyText(leg), leg]));
  const taken: TakenLeg[] = [];
  for (const { fact, leg } of recorded.facts) {
    if (leg.shipmentId === null) continue;
    for (const partner of partnerOf({ fact, key: leg })) {
      const next = byNumber.get(numberKeyText(partner));
      if (!next || next.shipmentId !== null) continue;
      next.shipmentId = leg.shipmentId;
      taken.push({ id: next.id, shipmentId: leg.shipmentId, parcel: leg.parcel, holdsFacts: !next.isNew });
    }
  }
  return taken;
}

function gather(
  recorded: Recorded,
  shipments: ReadonlyMap<string, ShipmentRow>,
  { adopted, taken }: { adopted: ReadonlyMap<string, ShipmentRow>; taken: readonly TakenLeg[] },
): Projected[] {
  const byShipment = Map.groupBy(recorded.facts, ({ leg }) => leg.shipmentId ?? '');
  const taking = new Set(taken.map((leg) => leg.shipmentId));
  const changed = [...shipments.values()].filter(({ id }) => byShipment.has(id) || taking.has(id));
  return changed.map((shipment) => ({
    shipment,
    isNew: adopted.has(shipment.id),
    before: shipment.states,
    after: { ...shipment.states },
    facts: byShipment.get(shipment.id) ?? [],
  }));
}

async function foldInto(
  queries: Queries,
  projected: readonly Projected[],
  legs: readonly LegRow[],
  refold: ReadonlySet<string>,
): Promise<void> {
  const slow = projected.filter((change) => refold.has(change.shipment.id) || !evolveAll(change));
  if (slow.length > 0) await foldFully(queries, slow, legs);
}

/**
 * The fast path, for facts that are newer than all previous ones. False when a fact is older; `after` is then
 * unchanged.
 */
function evolveAll(change: Projected): boolean {
  const after = { ...change.before };
  for (const { fact, leg, corrects } of inOrder(change.facts)) {
    const next = corrects ? null : evolve(after[leg.parcel] ?? emptyState, fact);
    if (next === null) return false;
    after[leg.parcel] = next;
  }
  change.after = after;
  return true;
}

function inOrder(facts: readonly NewFact[]): readonly NewFact[] {
  if (facts.length <= 1) return facts;
  return [...facts].sort((left, right) => compareFacts(left.fact, right.fact));
}

function compareFacts(left: RecordedFact, right: RecordedFact): number {
  if (left.kind === 'event' && right.kind === 'event')
    return compareKeys(orderKeyOf(left), orderKeyOf(right));
  if (left.kind === 'details' && right.kind === 'details') return (left.asOf ?? 0) - (right.asOf ?? 0);
  return left.kind === 'event' ? -1 : 1;
}

/** Reads every fact of these shipments and folds them again, together with the facts of this batch. */
export async function foldFully(
  queries: Queries,
  slow: readonly Projected[],
  legsOfBatch: readonly LegRow[],
): Promise<void> {
  const ids = new Set(slow.map((change) => change.shipment.id));
  const owned = await legsOfShipments(queries, [...ids]);
  // Legs that are taken over in this batch have no owner in the database yet.
  const taken = legsOfBatch.filter((leg) => leg.shipmentId !== null && ids.has(leg.shipmentId));
  const legs = new Map([...owned, ...taken].map((leg) => [leg.id, leg]));
  const stored = await factsOfLegs(queries, [...legs.keys()]);
  const byShipment = Map.groupBy(stored, (fact) => legs.get(fact.legId)?.shipmentId ?? '');
  for (const change of slow) {
    const facts = [...(byShipment.get(change.shipment.id) ?? []), ...change.facts.map(({ fact }) => fact)];
    const byParcel = Map.groupBy(facts, (fact) => legs.get(fact.legId)?.parcel ?? 1);
    change.after = { ...change.before };
    for (const [parcel, ofParcel] of byParcel) change.after[parcel] = fold(ofParcel);
  }
}
