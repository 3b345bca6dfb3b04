import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { CarrierWorld, JourneyEvent, Parcel } from './dialect.ts';
import { simpleDialect } from './simple-dialect.ts';

const dialect = simpleDialect({
  carrier: 'simple',
  numbers: 'AB##',
  codes: { 'in_transit.accepted': ['ACC', 'Accepted'] },
  message: ({ trackingNumber }, scans) => ({ trackingNumber, scans }),
  poll: {
    path: '/parcels/:number',
    authorization: ({ apiKey }) => `Bearer ${apiKey}`,
    unknown: { status: 404, body: { error: 'UNKNOWN' } },
  },
  push: { signatureHeader: 'x-signature', secret: ({ webhookSecret = '' }) => webhookSecret },
});

const noon = Date.parse('2026-07-01T12:00:00Z');
const place = { name: 'Lisboa', postcode: '1000-001', country: 'PT' };
const event: JourneyEvent = {
  subStatus: 'in_transit.accepted',
  occurredAt: noon,
  zone: 'Europe/Lisbon',
  place,
  sequence: 1,
};
const parcel: Parcel = {
  trackingNumber: 'AB42',
  carrier: 'simple',
  reference: 'R-1',
  origin: { ...place, zone: 'Europe/Lisbon' },
  destination: { ...place, zone: 'Europe/Lisbon' },
  expected: null,
  weightGrams: 900,
  recipientName: 'Inês Faria',
};

interface Asked {
  changes?: Partial<CarrierWorld>;
  key?: string;
  number?: string;
}

async function ask({ changes = {}, key = 'k', number = 'AB42' }: Asked = {}) {
  const app = fastify();
  dialect.serve(app, {
    credentials: { apiKey: 'k' },
    parcel: (asked) => (asked === 'AB42' ? parcel : null),
    reportedEvents: () => [event],
    changedBetween: () => [],
    admit: () => true,
    outage: () => false,
    now: () => noon,
    ...changes,
  });
  return app.inject({ url: `/parcels/${number}`, headers: { authorization: `Bearer ${key}` } });
}

describe('a simple dialect', () => {
  it('reports the sub-statuses of its table and makes numbers of its form', () => {
    expect([...dialect.subStatuses]).toEqual(['in_transit.accepted']);
    expect(dialect.newTrackingNumber(() => 0.45)).toBe('AB44');
  });

  it('answers a poll with code, text and local time with offset', async () => {
    expect((await ask()).json()).toEqual({
      trackingNumber: 'AB42',
      scans: [
        {
          code: 'ACC',
          text: 'Accepted',
          time: '2026-07-01T13:00:00+01:00',
          place,
          sequence: 1,
          signedBy: null,
        },
      ],
    });
  });

  it('sends a garbled code, and shifts the wall clock without the offset', async () => {
    const changes = { reportedEvents: () => [{ ...event, garbledCode: 'ZZZ', clockErrorMinutes: -60 }] };
    expect((await ask({ changes })).json().scans).toMatchObject([
      { code: 'ZZZ', time: '2026-07-01T12:00:00+01:00' },
    ]);
  });

  it.each<[string, number, Asked]>([
    ['an outage', 503, { changes: { outage: () => true } }],
    ['a wrong key', 401, { key: 'wrong' }],
    ['too many requests', 429, { changes: { admit: () => false } }],
    ['an unknown number', 404, { number: 'AB43' }],
  ])('answers %s with %i', async (_what, status, asked) => {
    expect((await ask(asked)).statusCode).toBe(status);
  });

  it('signs the body of a push', () => {
    const credentials = { webhookSecret: 's' };
    const [request] = dialect.push?.(parcel, [event], credentials) ?? [];
    expect(request?.headers['x-signature']).toMatch(/^[0-9a-f]{64}$/);
    expect(request?.headers).toEqual(dialect.headersFor?.(request?.body ?? '', credentials));
    expect(request?.headers).not.toEqual(
      dialect.headersFor?.(request?.body ?? '', { webhookSecret: 'other' }),
    );
  });
});
