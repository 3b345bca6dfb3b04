import type { Database, Queries } from '../../../platform/database/database.ts';

/** How long shipments are kept after their end; a demo creates thousands a day. */
const quick = { journeyMax: '4 hours', kept: '4 hours' };
const othersKept = '21 days';
/** Other workspaces keep changes longer. */
const changesKept = '1 day';
const shipmentsAtOnce = 500;
const changesAtOnce = 2_000;

/**
 * Bounds the size of a running demo: removes shipments that were delivered some time ago, with their events,
 * messages and review entries. `now` in milliseconds since 1970 UTC. Returns how many shipments were removed.
 */
export function forgetEnded(database: Database, workspaceId: string, now: number): Promise<number> {
  return database.transaction(async (queries) => {
    const ended = await lockEnded(queries, workspaceId, now);
    await forgetLegs(queries, await removeLegs(queries, workspaceId, ended));
    await queries.query('delete from shipment where id = any($1::uuid[])', [ended]);
    await queries.query(
      `delete from outbox where workspace_id = $1 and position in (
         select position from (select position, written_at from outbox where workspace_id = $1 order by position limit ${changesAtOnce}) oldest
         where written_at < now() - interval '${changesKept}')`,
      [workspaceId],
    );
    return ended.length;
  });
}

/** Shipments that are locked by a writer are skipped and removed in a later run. */
async function lockEnded(queries: Queries, workspaceId: string, now: number): Promise<string[]> {
  const rows = await queries.query<{ id: string }>(
    `select id from shipment
     where workspace_id = $1
       and delivered_at < $2::timestamptz - case when delivered_at - created_at < interval '${quick.journeyMax}'
                                                 then interval '${quick.kept}' else interval '${othersKept}' end
     order by id limit ${shipmentsAtOnce} for update skip locked`,
    [workspaceId, new Date(now).toISOString()],
  );
  return rows.map(({ id }) => id);
}

/**
 * The legs of these shipments, and legs with late events of shipments that are already removed. Returns their
 * ids.
 */
async function removeLegs(
  queries: Queries,
  workspaceId: string,
  shipmentIds: readonly string[],
): Promise<string[]> {
  const rows = await queries.query<{ id: string }>(
    `delete from leg where workspace_id = $1
       and (shipment_id = any($2::uuid[]) or (shipment_id is null and created_at < now() - interval '${changesKept}'))
     returning id`,
    [workspaceId, shipmentIds],
  );
  return rows.map(({ id }) => id);
}

/**
 * Events and messages of these legs. A pushed message contains one parcel and is removed; a poll response
 * contains many parcels and is kept until retention drops it.
 */
async function forgetLegs(queries: Queries, legIds: readonly string[]): Promise<void> {
  await queries.query(`select set_config('milepost.erasure', 'on', true)`);
  await queries.query(
    `with event_gone as (
       delete from tracking_event where leg_id = any($1::uuid[]) returning raw_message_id, received_at
     ), message_gone as (
       delete from raw_message m using (select distinct raw_message_id, received_at from event_gone) removed
       where m.received_at = removed.received_at and m.id = removed.raw_message_id and m.kind = 'webhook'
       returning m.id, m.account_id, m.content_hash
     ), digest_gone as (
       delete from raw_digest d using message_gone m where d.account_id = m.account_id and d.content_hash = m.content_hash
     )
     delete from review_entry where raw_message_id in (select id from message_gone)`,
    [legIds],
  );
}
