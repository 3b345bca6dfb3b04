import type { Database, Queries } from '../../../platform/database/database.ts';

/** What was there so soon is forgotten so soon after its end; a demo sends thousands of them a day. */
const quick = { journeyMax: '4 hours', kept: '4 hours' };
const othersKept = '21 days';
/** Elsewhere changes are kept longer. */
const changesKept = '1 day';
const shipmentsAtOnce = 500;
const changesAtOnce = 2_000;

/**
 * Keeps a demo that lives on from growing for ever: what was delivered some while ago goes, and with it its events, its messages and what they left in
 * the review queue. `now` in milliseconds since 1970 UTC. Returns how many shipments went.
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

/** Whoever writes a shipment just now keeps it; it goes in a later round. */
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

/** The legs of these shipments, and those on which a late word waits for a shipment that has gone. Returns their ids. */
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

/** What was told of these legs. A pushed message tells of one parcel; the answer to a question tells of many, and stays as long as all answers do. */
async function forgetLegs(queries: Queries, legIds: readonly string[]): Promise<void> {
  await queries.query(`select set_config('milepost.erasure', 'on', true)`);
  await queries.query(
    `with event_gone as (
       delete from tracking_event where leg_id = any($1::uuid[]) returning raw_message_id, received_at
     ), message_gone as (
       delete from raw_message m using (select distinct raw_message_id, received_at from event_gone) told
       where m.received_at = told.received_at and m.id = told.raw_message_id and m.kind = 'webhook'
       returning m.id, m.account_id, m.content_hash
     ), digest_gone as (
       delete from raw_digest d using message_gone m where d.account_id = m.account_id and d.content_hash = m.content_hash
     )
     delete from review_entry where raw_message_id in (select id from message_gone)`,
    [legIds],
  );
}
