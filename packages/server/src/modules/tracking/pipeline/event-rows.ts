import { orderMomentOf, packDetails, packFact, type ShipmentState } from '@milepost/domain';
import type { EventRow } from '../store/batch-rows.ts';
import type { ShipmentRow } from '../store/locked-shipments.ts';
import type { StoredStatement } from '../store/stored-row.ts';
import type { NewFact } from './new-fact.ts';

/**
 * Facts → rows of the record: a row for each event, and for each statement whose message has no new event
 * (modules/tracking/store/stored-row.ts).
 */
export function eventRows(facts: readonly NewFact[], owners: readonly ShipmentRow[]): EventRow[] {
  const states = new Map(owners.map((owner) => [owner.id, owner.states]));
  const byMessage = Map.groupBy(facts, ({ fact, message }) => fact.legId + message.rawMessageId);
  return [...byMessage.values()].flatMap((ofMessage) => rowsOfMessage(ofMessage, states));
}

/** The states of each shipment's parcels before this batch. */
type StatesBefore = ReadonlyMap<string, Readonly<Record<string, ShipmentState>>>;

function rowsOfMessage(facts: readonly NewFact[], before: StatesBefore): EventRow[] {
  const [statement, ...others] = facts.filter(({ fact }) => fact.kind === 'details');
  const events = facts.filter(({ fact }) => fact.kind === 'event');
  const carrier = events.toSorted((left, right) => momentOf(left) - momentOf(right)).at(-1);
  if (!statement || !carrier) return facts.map((newFact) => rowOf(newFact, null));
  const stated = statedIn(statement, before);
  return [...events, ...others].map((newFact) => rowOf(newFact, newFact === carrier ? stated : null));
}

function momentOf({ fact }: NewFact): number {
  return fact.kind === 'event' ? orderMomentOf(fact) : Number.NEGATIVE_INFINITY;
}

function rowOf({ fact, leg, message }: NewFact, stated: StoredStatement | null): EventRow {
  const isEvent = fact.kind === 'event';
  const occurredAt = isEvent ? fact.time.occurredAt : null;
  return {
    legId: fact.legId,
    identity: fact.identity,
    revision: fact.revision,
    workspaceId: leg.workspaceId,
    kind: fact.kind,
    occurredAt: occurredAt === null ? null : new Date(occurredAt).toISOString(),
    milestone: isEvent ? fact.milestone : null,
    subStatus: isEvent ? fact.subStatus : null,
    source: fact.source,
    accountId: message.accountId,
    rawMessageId: message.rawMessageId,
    receivedAt: new Date(fact.receivedAt).toISOString(),
    reading: fact.reading,
    fact: stated === null ? packFact(fact) : { ...packFact(fact), stated },
  };
}

function statedIn({ fact, leg }: NewFact, before: StatesBefore): StoredStatement {
  if (fact.kind !== 'details') throw new Error('Only a statement is stored with an event.');
  const { identity, revision, asOf, details } = fact;
  const newest = before.get(leg.shipmentId ?? '')?.[leg.parcel]?.memory.detailsKey ?? null;
  const isRepeated = newest?.[3] === revision;
  return isRepeated
    ? { identity, revision, asOf }
    : { identity, revision, asOf, details: packDetails(details) };
}
