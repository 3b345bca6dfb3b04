import { createHmac } from 'node:crypto';
import { type SubStatus, subStatusNames } from '@milepost/domain';
import type { Dialect, JourneyEvent } from '../dialect.ts';

export const toyCredentials = { apiKey: 'toy-key', webhookSecret: 'toy-secret' };

/** A minimal carrier that supports every sub-status: its messages are signed JSON of the event itself. */
export function toyDialect(carrier = 'toy', subStatuses: readonly SubStatus[] = subStatusNames): Dialect {
  return {
    carrier,
    subStatuses: new Set(subStatuses),
    newTrackingNumber: (random) => `T${String(Math.floor(random() * 1e10)).padStart(10, '0')}`,
    serve(app, world) {
      app.get<{ Params: { number: string } }>('/parcels/:number', (request, reply) => {
        if (world.outage()) return reply.code(503).send({ error: 'down' });
        if (request.headers['x-api-key'] !== world.credentials.apiKey)
          return reply.code(401).send({ error: 'unauthorized' });
        if (!world.admit()) return reply.code(429).send({ error: 'too many' });
        const { number } = request.params;
        if (!world.parcel(number)) return reply.code(404).send({ error: 'unknown' });
        return { number, reported: world.reportedEvents(number) };
      });
    },
    push(parcel, events, credentials) {
      const body = JSON.stringify({ number: parcel.trackingNumber, events });
      return [{ headers: this.headersFor?.(body, credentials) ?? {}, body }];
    },
    headersFor: (body, { webhookSecret = '' }) => ({
      'content-type': 'application/json',
      'x-signature': signatureOf(body, webhookSecret),
    }),
  };
}

export function signatureOf(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** The content of a toy push; null when the body is not a toy push. */
export function readToyPush(body: string): { number: string; events: JourneyEvent[] } | null {
  try {
    // Only the toy sends this. Garbage that is valid JSON has no list of events.
    const read = JSON.parse(body) as { number: string; events: JourneyEvent[] } | null;
    return Array.isArray(read?.events) ? read : null;
  } catch {
    return null;
  }
}
