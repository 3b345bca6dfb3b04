import { createHmac } from 'node:crypto';
import { type SubStatus, subStatusNames } from '@milepost/domain';
import type { Dialect, JourneyEvent } from '../dialect.ts';

export const toyCredentials = { apiKey: 'toy-key', webhookSecret: 'toy-secret' };

/** A carrier that says everything, in the simplest form: signed JSON that is the happening itself. */
export function toyDialect(carrier = 'toy', subStatuses: readonly SubStatus[] = subStatusNames): Dialect {
  return {
    carrier,
    subStatuses: new Set(subStatuses),
    newTrackingNumber: (random) => `T${String(Math.floor(random() * 1e10)).padStart(10, '0')}`,
    serve(app, world) {
      app.get<{ Params: { number: string } }>('/parcels/:number', (request, reply) => {
        if (world.outage()) return reply.code(503).send({ error: 'down' });
        if (request.headers['x-api-key'] !== world.credentials.apiKey)
          return reply.code(401).send({ error: 'who?' });
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

/** What the toy's push says; null when it is none. */
export function readToyPush(body: string): { number: string; events: JourneyEvent[] } | null {
  try {
    // The toy alone sends this; garbage that parses all the same has no list of happenings.
    const read = JSON.parse(body) as { number: string; events: JourneyEvent[] } | null;
    return Array.isArray(read?.events) ? read : null;
  } catch {
    return null;
  }
}
