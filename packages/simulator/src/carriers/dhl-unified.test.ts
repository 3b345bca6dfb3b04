import { carriers } from '@milepost/connectors';
import { type Gazetteer, milestoneOf, type SubStatus } from '@milepost/domain';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import type { CarrierWorld, JourneyEvent, Parcel } from '../dialect.ts';
import { dialect } from './dhl-unified.ts';

const credentials = {
  apiKey: 'simulated-key',
  webhookHeader: 'X-Milepost-Token',
  webhookToken: 'simulated-token-1',
};
const gazetteer: Gazetteer = {
  find: (text) => (text.name === 'Leiria' ? { ...text, zone: 'Europe/Lisbon', matchedBy: 'town' } : null),
};
const numbers = { 'parcel-de': '00340434197005512383', 'parcel-nl': 'JVGL0612345600098231' };
const occurredAt = Date.parse('2026-07-14T09:20:30Z');
const place = { name: 'Leiria', postcode: '2400-076', country: 'PT' };

const connector = carriers.find(({ manifest }) => manifest.name === 'dhl-unified');

function parcelOf(trackingNumber: string): Parcel {
  const end = { ...place, zone: 'Europe/Lisbon' };
  return {
    trackingNumber,
    carrier: 'dhl-unified',
    reference: 'SO-1001',
    origin: end,
    destination: end,
    expected: { from: occurredAt + 3_600_000, to: occurredAt + 7_200_000 },
    weightGrams: 2_500,
    recipientName: 'A. Recipient',
  };
}

function eventOf(subStatus: SubStatus, extra: Partial<JourneyEvent> = {}): JourneyEvent {
  return { subStatus, occurredAt, zone: 'Europe/Lisbon', place, sequence: 1, ...extra };
}

function worldOf(journeyEvents: readonly JourneyEvent[], changes: Partial<CarrierWorld> = {}): CarrierWorld {
  return {
    credentials,
    parcel: (number) => (Object.values(numbers).includes(number) ? parcelOf(number) : null),
    reportedEvents: () => journeyEvents,
    changedBetween: () => [],
    admit: () => true,
    outage: () => false,
    now: () => occurredAt,
    ...changes,
  };
}

async function poll(world: CarrierWorld, query: string, key = credentials.apiKey) {
  const app = fastify();
  dialect.serve(app, world);
  const answer = await app.inject({ url: `/track/shipments${query}`, headers: { 'dhl-api-key': key } });
  await app.close();
  return answer;
}

function factsIn(body: string, kind: 'poll' | 'webhook') {
  const decoded = connector?.decode(
    { kind, body, contentType: 'application/json' },
    { gazetteer, receivedAt: occurredAt + 60_000 },
  );
  return { facts: decoded?.shipments[0]?.facts ?? [], problems: decoded?.problems };
}

function pushBody(number: string, journeyEvent: JourneyEvent): string {
  return dialect.push?.(parcelOf(number), [journeyEvent], credentials)[0]?.body ?? '';
}

/** The nearest meaning where a division has no code for the exact sub-status. */
const nearest: Record<string, Partial<Record<SubStatus, SubStatus>>> = {
  'parcel-de': { 'in_transit.arrived_delivery_depot': 'in_transit.arrived_facility' },
};

describe('the simulated DHL', () => {
  for (const [service, number] of Object.entries(numbers)) {
    for (const subStatus of dialect.subStatuses) {
      it(`reports ${subStatus} at ${service} so that the connector decodes it, by poll and by push`, async () => {
        const journeyEvent = eventOf(subStatus);
        const answer = await poll(worldOf([journeyEvent]), `?trackingNumber=${number}`);
        for (const [body, kind] of [
          [answer.body, 'poll'],
          [pushBody(number, journeyEvent), 'webhook'],
        ] as const) {
          const { facts, problems } = factsIn(body, kind);
          const reported = nearest[service]?.[subStatus] ?? subStatus;
          expect(problems).toEqual([]);
          expect(facts).toMatchObject([
            { kind: 'event', milestone: milestoneOf(subStatus), subStatus: reported, time: { occurredAt } },
            { kind: 'details', details: { weightGrams: 2_500, references: ['SO-1001'] } },
          ]);
        }
      });
    }
  }

  it('sends the delivery window, the signer and the delivery time', async () => {
    const journeyEvent = eventOf('delivered.handed_over', { signedBy: 'R. Faria' });
    const answer = await poll(worldOf([journeyEvent]), `?trackingNumber=${numbers['parcel-nl']}`);
    expect(factsIn(answer.body, 'poll').facts.at(-1)).toMatchObject({
      details: {
        signedBy: 'R. Faria',
        deliveredAt: { occurredAt },
        estimatedDelivery: {
          from: { occurredAt: occurredAt + 3_600_000 },
          to: { occurredAt: occurredAt + 7_200_000 },
        },
      },
    });
  });

  it('lists the newest event first', async () => {
    const older = eventOf('in_transit.accepted', { occurredAt: occurredAt - 3_600_000 });
    const answer = await poll(
      worldOf([older, eventOf('in_transit.processing')]),
      `?trackingNumber=${numbers['parcel-de']}`,
    );
    const [shipment] = answer.json<{ shipments: { events: { status: string }[] }[] }>().shipments;
    expect(shipment?.events.map(({ status }) => status)).toEqual(['SRTED:NRQRD', 'PCKDU:PUBCR']);
  });

  it('sends a garbled code that the connector reports as unknown', () => {
    const body = pushBody(
      numbers['parcel-nl'],
      eventOf('in_transit.accepted', { garbledCode: 'XQ_77_NOT_A_CODE' }),
    );
    const { facts, problems } = factsIn(body, 'webhook');
    expect(facts[0]).toMatchObject({ subStatus: 'unknown.unmapped', code: 'XQ_77_NOT_A_CODE' });
    expect(problems).toMatchObject([{ kind: 'unknown_code', code: 'XQ_77_NOT_A_CODE / parcel-nl' }]);
  });

  it('shifts the wall clock by the clock error', () => {
    for (const number of Object.values(numbers)) {
      const body = pushBody(number, eventOf('in_transit.accepted', { clockErrorMinutes: 60 }));
      expect(factsIn(body, 'webhook').facts[0]).toMatchObject({
        time: { occurredAt: occurredAt + 3_600_000 },
      });
    }
  });

  it('pushes with the token that the connector expects', () => {
    const [push] =
      dialect.push?.(parcelOf(numbers['parcel-de']), [eventOf('in_transit.accepted')], credentials) ?? [];
    const lowerCase = Object.entries(push?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
    const received = { headers: Object.fromEntries(lowerCase), body: new TextEncoder().encode(push?.body) };
    expect(connector?.webhook?.verify(received, { settings: credentials, now: () => occurredAt })).toEqual({
      ok: true,
    });
  });

  const world = worldOf([eventOf('in_transit.accepted')]);
  const refusals = [
    ['a wrong key', world, `?trackingNumber=${numbers['parcel-de']}`, 'another-key', 401],
    [
      'a spent quota',
      { ...world, admit: () => false },
      `?trackingNumber=${numbers['parcel-de']}`,
      undefined,
      429,
    ],
    [
      'an outage',
      { ...world, outage: () => true },
      `?trackingNumber=${numbers['parcel-de']}`,
      undefined,
      503,
    ],
    ['no number', world, '', undefined, 400],
    ['an unknown number', world, '?trackingNumber=4309182754', undefined, 404],
    ['another division', world, `?trackingNumber=${numbers['parcel-de']}&service=express`, undefined, 404],
  ] as const;
  for (const [what, carrier, query, key, status] of refusals) {
    it(`answers ${what} with ${status} and a problem document`, async () => {
      const answer = await poll(carrier, query, key);
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toMatchObject({ status });
    });
  }

  it('creates tracking numbers that the connector recognises', () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const made = Array.from({ length: 40 }, () => dialect.newTrackingNumber(random));
    expect(new Set(made.map((number) => number.slice(0, 2)))).toEqual(new Set(['00', 'JV']));
    for (const number of made) expect(connector?.manifest.recognises(number), number).toBe(true);
  });
});
