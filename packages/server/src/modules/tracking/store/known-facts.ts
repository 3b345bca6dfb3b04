import type { FactRecord, RecordedFact } from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';
import { type FactColumn, factsOfRows } from './stored-row.ts';

export interface FactKey {
  legId: string;
  identity: string;
}

/** Those of the identities that the record contains, with every revision of each. */
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

/**
 * The statements about a parcel as a whole that the record contains for these legs, in rows of their own or
 * beside an event.
 */
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

/** Every fact of these legs. */
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
