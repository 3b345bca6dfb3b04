/**
 * Sends changes to the workspace's webhook endpoints, signed by Standard Webhooks. At least once; a change
 * keeps its id at each try, so that the receiver recognises repetitions.
 *
 *   outbox ──plan──► webhook_delivery ──claim and lease──► POST ──2xx──► delivered
 *                                                          └─else──► retry later, up to a week
 */
import type { HttpCall } from '@milepost/connectors';
import { Webhook } from 'standardwebhooks';
import type { Database } from '../../../platform/database/database.ts';
import type { Secrets } from '../../../platform/secrets/secrets.ts';
import { changeIn } from '../outbox-item.ts';
import {
  claimDeliveries,
  type DueDelivery,
  markDelivered,
  markFailed,
  planDeliveries,
} from '../store/deliveries.ts';

export interface WebhookDispatch {
  wake(): void;
  stop(): Promise<void>;
}

export interface WebhookDispatchTools {
  http: HttpCall;
  secrets: Secrets;
  now(): number;
  onFailure(error: unknown): void;
}

const idleMs = 1_000;
const planMax = 1_000;
const perEndpointMax = 20;
const leaseMs = 60_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Delays between tries; after the last one the delivery is given up. */
const retryDelaysMs: readonly number[] = [
  5_000,
  30_000,
  2 * minuteMs,
  10 * minuteMs,
  hourMs,
  4 * hourMs,
  12 * hourMs,
  24 * hourMs,
  48 * hourMs,
  72 * hourMs,
];

export function startWebhookDispatch(database: Database, tools: WebhookDispatchTools): WebhookDispatch {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | null = null;
  const run = (): void => {
    if (stopping || round !== null) return;
    clearTimeout(timer);
    round = dispatchUntilDone(database, tools, () => stopping).finally(() => {
      round = null;
      if (!stopping) timer = setTimeout(run, idleMs);
    });
  };
  run();
  return {
    wake: run,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await round;
    },
  };
}

async function dispatchUntilDone(
  database: Database,
  tools: WebhookDispatchTools,
  isStopping: () => boolean,
): Promise<void> {
  try {
    let more = true;
    while (more && !isStopping()) more = (await dispatchOnce(database, tools)) > 0;
  } catch (error) {
    tools.onFailure(error);
  }
}

/** One round. Returns the number of deliveries planned or tried. */
export async function dispatchOnce(database: Database, tools: WebhookDispatchTools): Promise<number> {
  const planned = await planDeliveries(database, planMax);
  const due = await claimDeliveries(database, perEndpointMax, leaseMs);
  await Promise.all(due.map((delivery) => deliver(database, delivery, tools)));
  return planned + due.length;
}

async function deliver(
  database: Database,
  delivery: DueDelivery,
  tools: WebhookDispatchTools,
): Promise<void> {
  const { endpointId, item } = delivery;
  const failure = await post(delivery, tools);
  if (failure === null) return markDelivered(database, endpointId, item.position);
  const delayMs = retryDelaysMs[delivery.attempts - 1] ?? null;
  await markFailed(database, { endpointId, position: item.position }, failure, delayMs);
}

/** Null when the receiver accepted it, else the reason. */
async function post(delivery: DueDelivery, tools: WebhookDispatchTools): Promise<string | null> {
  try {
    const answer = await tools.http({ method: 'POST', url: delivery.url, ...signed(delivery, tools) });
    return answer.status >= 200 && answer.status < 300 ? null : `The endpoint answered ${answer.status}.`;
  } catch (error) {
    return error instanceof Error ? error.message : 'The endpoint could not be reached.';
  }
}

function signed(
  { endpointId, secretSealed, item }: DueDelivery,
  tools: WebhookDispatchTools,
): { headers: Record<string, string>; body: string } {
  const { position, shipmentSequence, type, writtenAt } = item;
  const data = { ...changeIn(item), sequence: shipmentSequence };
  const body = JSON.stringify({ type, timestamp: new Date(writtenAt).toISOString(), data });
  const id = `msg_${position}`;
  const sentAt = new Date(tools.now());
  // Sealed by us as text, bound to this endpoint.
  const secret = String(tools.secrets.open(secretSealed, `webhook_endpoint ${endpointId}`));
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Milepost-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
  };
  return { headers, body };
}
