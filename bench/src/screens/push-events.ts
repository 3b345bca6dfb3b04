import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { shipmentBatchResult } from '@milepost/contract';
import type { ApiClient } from '../ingest/api-client.ts';
import type { LoadTarget } from '../ingest/make-accounts.ts';

/** A pushed event, identified on the screen by the name of its place. Milliseconds since 1970 UTC. */
export interface PushedEvent {
  mark: string;
  trackingNumber: string;
  /** Also the time of the event. */
  sentAt: number;
  acceptedAt: number;
}

/** As many as fit on the screen. */
const parcelCount = 10;
const intervalMs = 200;
const numberOf = (parcel: number): string => `WATCHED${String(parcel).padStart(4, '0')}`;

/** The text that the page searches for; see watch-screen.ts. */
export const markPattern = 'Stop \\d{6}';

/** Registers the watched parcels, which are then the newest ones. Returns their numbers. */
export async function registerWatched(api: ApiClient): Promise<string[]> {
  const numbers = Array.from({ length: parcelCount }, (_, parcel) => numberOf(parcel));
  const shipments = numbers.map((trackingNumber) => ({ carrier: 'generic', trackingNumber }));
  const { created } = shipmentBatchResult.parse(await api.post('/v1/shipments/batch', { shipments }));
  if (created !== parcelCount) throw new Error('The watched parcels were not registered.');
  return numbers;
}

/**
 * Pushes events of those parcels in turn, five a second, in addition to the load. Rejects when one is
 * refused.
 */
export async function pushEvents(target: LoadTarget, seconds: number): Promise<PushedEvent[]> {
  const inFlight: Promise<PushedEvent>[] = [];
  const startedAt = performance.now();
  for (let count = 0; count * intervalMs < seconds * 1_000; count++) {
    await setTimeout(Math.max(0, startedAt + count * intervalMs - performance.now()));
    const pushing = pushEvent(target, count);
    // The caller receives the error from Promise.all.
    pushing.catch(() => undefined);
    inFlight.push(pushing);
  }
  return Promise.all(inFlight);
}

async function pushEvent({ hookUrl, credentials }: LoadTarget, count: number): Promise<PushedEvent> {
  const mark = `Stop ${String(count).padStart(6, '0')}`;
  const trackingNumber = numberOf(count % parcelCount);
  const sentAt = Date.now();
  const body = JSON.stringify({
    trackingNumber,
    events: [
      {
        status: 'in_transit.arrived_facility',
        code: 'ARRIVED',
        time: new Date(sentAt).toISOString(),
        place: { name: mark },
      },
    ],
  });
  const answer = await fetch(hookUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signatureOf(credentials.webhookSecret ?? '', body) },
    body,
    signal: AbortSignal.timeout(30_000),
  });
  const acceptedAt = Date.now();
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`An event was answered with ${answer.status}.`);
  return { mark, trackingNumber, sentAt, acceptedAt };
}

/** Standard Webhooks, https://github.com/standard-webhooks/standard-webhooks. */
function signatureOf(secret: string, body: string): Record<string, string> {
  const id = `msg_${randomBytes(12).toString('hex')}`;
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
