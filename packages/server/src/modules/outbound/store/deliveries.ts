import type { Queries } from '../../../platform/database/database.ts';
import type { OutboxItem } from '../outbox-item.ts';

/** A change that is to be sent to an endpoint now. */
export interface DueDelivery {
  endpointId: string;
  url: string;
  secretSealed: Uint8Array;
  attempts: number;
  item: OutboxItem;
}

/**
 * Creates deliveries for new changes in the outbox, for all endpoints at once; returns how many. Safe to run
 * in many processes.
 */
export async function planDeliveries(queries: Queries, perEndpointMax: number): Promise<number> {
  const rows = await queries.query<{ planned: number }>(
    `with behind as (
       select id, workspace_id, cursor from webhook_endpoint where enabled order by id for update skip locked
     ), fresh as (
       select b.id as endpoint_id, o.position from behind b
       cross join lateral (
         select position from outbox o where o.workspace_id = b.workspace_id and o.position > b.cursor order by position limit $1
       ) o
     ), moved as (
       update webhook_endpoint e set cursor = f.position
       from (select endpoint_id, max(position) as position from fresh group by endpoint_id) f where e.id = f.endpoint_id
     ), planned as (
       insert into webhook_delivery (endpoint_id, outbox_position, next_attempt_at)
       select endpoint_id, position, now() from fresh on conflict do nothing returning 1
     )
     select count(*)::int as planned from planned`,
    [perEndpointMax],
    'plan_deliveries',
  );
  return rows[0]?.planned ?? 0;
}

/**
 * Claims due deliveries for a lease, a few per endpoint, so that a slow receiver does not delay others. If
 * the process crashes, they become due again after the lease.
 */
export async function claimDeliveries(
  queries: Queries,
  perEndpointMax: number,
  leaseMs: number,
): Promise<DueDelivery[]> {
  const rows = await queries.query<Omit<DueDelivery, 'item'> & OutboxItem>(
    `with due as (
       select d.endpoint_id, d.outbox_position from webhook_endpoint e
       cross join lateral (
         select endpoint_id, outbox_position from webhook_delivery w
         where w.endpoint_id = e.id and w.next_attempt_at <= now() order by w.next_attempt_at, w.outbox_position limit $1
         for update skip locked
       ) d where e.enabled
     ), leased as (
       update webhook_delivery w set next_attempt_at = now() + $2 * interval '1 millisecond', attempts = w.attempts + 1
       from due where w.endpoint_id = due.endpoint_id and w.outbox_position = due.outbox_position
       returning w.endpoint_id, w.outbox_position, w.attempts
     )
     select l.endpoint_id as "endpointId", e.url, e.secret_sealed as "secretSealed", l.attempts, o.position,
            o.workspace_id as "workspaceId", o.shipment_id as "shipmentId", o.shipment_sequence as "shipmentSequence", o.type, o.payload,
            o.written_at as "writtenAt"
     from leased l join webhook_endpoint e on e.id = l.endpoint_id join outbox o on o.workspace_id = e.workspace_id and o.position = l.outbox_position
     order by o.position`,
    [perEndpointMax, leaseMs],
    'claim_deliveries',
  );
  return rows.map(({ endpointId, url, secretSealed, attempts, ...item }) => ({
    endpointId,
    url,
    secretSealed,
    attempts,
    item,
  }));
}

export async function markDelivered(queries: Queries, endpointId: string, position: number): Promise<void> {
  await queries.query(
    `update webhook_delivery set delivered_at = now(), next_attempt_at = null, last_failure = null
     where endpoint_id = $1 and outbox_position = $2`,
    [endpointId, position],
    'mark_delivered',
  );
}

/** `retryAfterMs` null gives up: the delivery is kept as failed and can be sent again manually. */
export async function markFailed(
  queries: Queries,
  delivery: { endpointId: string; position: number },
  failure: string,
  retryAfterMs: number | null,
): Promise<void> {
  await queries.query(
    `update webhook_delivery set last_failure = $3,
       next_attempt_at = case when $4::double precision is null then null else now() + $4 * interval '1 millisecond' end
     where endpoint_id = $1 and outbox_position = $2`,
    [delivery.endpointId, delivery.position, failure.slice(0, 500), retryAfterMs],
    'mark_failed',
  );
}
