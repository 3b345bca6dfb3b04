import type { Queries } from '../../../platform/database/database.ts';
import { knownRevisions, knownStatements } from '../store/known-facts.ts';
import type { ShipmentRow } from '../store/locked-shipments.ts';
import type { NewFact } from './new-fact.ts';

/**
 * Leaves out facts that the record contains. The owners of the legs must be locked, so that a new fact is
 * still new when it is written.
 */
export async function leaveOutKnown(
  queries: Queries,
  facts: readonly NewFact[],
  owners: readonly ShipmentRow[],
): Promise<NewFact[]> {
  const events = await newEvents(
    queries,
    facts.filter(({ fact }) => fact.kind === 'event'),
  );
  const statements = facts.filter(({ fact }) => fact.kind === 'details');
  return [...events, ...(await newStatements(queries, statements, owners))];
}

async function newEvents(queries: Queries, events: readonly NewFact[]): Promise<NewFact[]> {
  if (events.length === 0) return [];
  const keys = events.map(({ fact }) => ({ legId: fact.legId, identity: fact.identity }));
  const known = Map.groupBy(await knownRevisions(queries, keys), (row) => row.legId + row.identity);
  const knownIds = new Set(known.keys());
  const unknown: NewFact[] = [];
  for (const newFact of events) {
    const id = newFact.fact.legId + newFact.fact.identity;
    if (known.get(id)?.some((row) => row.revision === newFact.fact.revision)) continue;
    unknown.push({ ...newFact, corrects: knownIds.has(id) });
    knownIds.add(id);
  }
  return unknown;
}

/** A statement that is later than all previous ones is new; only the others are looked up. */
async function newStatements(
  queries: Queries,
  statements: readonly NewFact[],
  owners: readonly ShipmentRow[],
): Promise<NewFact[]> {
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  const doubtful = statements.filter((newFact) => !isLaterThanAll(newFact, byId));
  if (doubtful.length === 0) return [...statements];
  const legIds = [...new Set(doubtful.map(({ fact }) => fact.legId))];
  const known = new Set((await knownStatements(queries, legIds)).map((row) => row.legId + row.identity));
  return statements.filter(({ fact }) => !known.has(fact.legId + fact.identity));
}

function isLaterThanAll({ fact, leg }: NewFact, owners: ReadonlyMap<string, ShipmentRow>): boolean {
  const owner = leg.shipmentId === null ? undefined : owners.get(leg.shipmentId);
  if (fact.kind !== 'details' || fact.asOf === null || !owner) return false;
  const newest = owner.states[leg.parcel]?.memory.detailsKey ?? null;
  return newest === null || fact.asOf > newest[0];
}
