import { hash } from 'node:crypto';
import {
  type Fact,
  identityAndRevisionOf,
  type Leg,
  legAt,
  normaliseTrackingNumber,
  type RecordedFact,
} from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';
import type { ClaimedMessage } from '../../ingestion/index.ts';
import { claimLegs, type LegRow, type NumberKey, numberKeyText } from '../store/legs.ts';
import { lockShipments, type ShipmentRow } from '../store/locked-shipments.ts';
import type { DecodedMessage } from './decode.ts';
import { leaveOutKnown } from './leave-out-known.ts';
import type { NewFact } from './new-fact.ts';

export interface Recorded {
  facts: NewFact[];
  legs: LegRow[];
  /** Owners of the legs, locked. */
  owners: ShipmentRow[];
}

interface Candidate {
  fact: Fact;
  key: NumberKey;
  message: ClaimedMessage;
}

/**
 * Finds the leg of every fact and leaves out known facts. The owners stay locked, so that a new fact is still
 * new when the batch is written.
 */
export async function record(
  queries: Queries,
  decoded: readonly DecodedMessage[],
  newId: () => string,
): Promise<Recorded> {
  const candidates = decoded.flatMap(candidatesOf);
  if (candidates.length === 0) return { facts: [], legs: [], owners: [] };
  const numbers = new Map(candidates.map(({ key }) => [numberKeyText(key), key]));
  for (const partner of candidates.flatMap(partnerOf)) numbers.set(numberKeyText(partner), partner);
  const legs = await claimLegs(queries, [...numbers.values()], newId);
  const owners = await lockShipments(queries, ownersOf(legs));
  const facts = attach(candidates, legs);
  return { facts: await leaveOutKnown(queries, facts, owners), legs, owners };
}

function candidatesOf({ message, decoded }: DecodedMessage): Candidate[] {
  const { workspaceId, carrier } = message;
  return decoded.shipments.flatMap((shipment) => {
    const key = { workspaceId, carrier, trackingNumber: normaliseTrackingNumber(shipment.trackingNumber) };
    return shipment.facts.map((fact) => ({ fact, key, message }));
  });
}

/** The shipments that own these legs, each once. */
export function ownersOf(legs: readonly LegRow[]): string[] {
  return [...new Set(legs.flatMap((leg) => (leg.shipmentId === null ? [] : [leg.shipmentId])))];
}

/** The number of a hand-over, when it names the next carrier. */
export function partnerOf({ fact, key }: { fact: Fact; key: { workspaceId: string } }): NumberKey[] {
  if (fact.kind !== 'details' || !fact.details.partner?.carrier) return [];
  const { carrier, trackingNumber } = fact.details.partner;
  return [{ workspaceId: key.workspaceId, carrier, trackingNumber: normaliseTrackingNumber(trackingNumber) }];
}

function attach(candidates: readonly Candidate[], legs: readonly LegRow[]): NewFact[] {
  const byNumber = Map.groupBy(legs, numberKeyText);
  const seen = new Map<string, NewFact>();
  for (const { fact, key, message } of candidates) {
    const leg = legOf(byNumber.get(numberKeyText(key)) ?? [], fact);
    if (!leg) continue;
    const source = `${message.carrier}/${message.kind}`;
    const recorded = asRecorded(fact, leg.id, source, message);
    const id = `${leg.id}${recorded.identity}${recorded.revision}`;
    if (!seen.has(id)) seen.set(id, { fact: recorded, leg, message, corrects: false });
  }
  return [...seen.values()];
}

/** A fact outside every period of a number is assigned to the newest use, so that it is not lost. */
function legOf(legs: readonly LegRow[], fact: Fact): LegRow | null {
  if (legs.length <= 1) return legs[0] ?? null;
  const moment = fact.kind === 'event' ? fact.time.occurredAt : fact.asOf;
  // legAt returns an element of `legs`.
  return (legAt(legs as readonly Leg[], moment) ?? legAt(legs, null)) as LegRow | null;
}

function asRecorded(
  fact: Fact,
  legId: string,
  source: string,
  { receivedAt, reading }: ClaimedMessage,
): RecordedFact {
  const { identity, revision } = identityAndRevisionOf(fact);
  const hashes = { identity: shortHash(identity), revision: shortHash(revision) };
  return { ...fact, ...hashes, source, legId, receivedAt, reading };
}

/** 128 bits of SHA-256 in hexadecimal: fits the uuid columns of the record. */
function shortHash(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}
