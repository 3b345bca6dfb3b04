import {
  CarrierUnavailable,
  CredentialsRefused,
  carriers,
  type DecodeContext,
  type PollSession,
  RateLimited,
} from '@milepost/connectors';
import type { EventFact, SubStatus } from '@milepost/domain';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import type { CarrierWorld, JourneyEvent, Parcel } from '../dialect.ts';
import { injectedHttp } from '../testing/injected-http.ts';
import { dialect } from './postnl.ts';

const now = Date.UTC(2026, 6, 8, 12);
const hour = 3_600_000;
const zone = 'Europe/Amsterdam';
const origin = { name: 'Tilburg', postcode: '5038EA', country: 'NL', zone };
const destination = { name: 'Amersfoort', postcode: '3811LZ', country: 'NL', zone };
const credentials = { apiKey: 'k-1', customerNumber: '10203040' };

const parcel: Parcel = {
  trackingNumber: '3SWLMG402118400',
  carrier: 'postnl',
  reference: 'ORD-9',
  origin,
  destination,
  expected: { from: now + 5 * hour, to: now + 7 * hour },
  weightGrams: 700,
  recipientName: 'A. Voorbeeld',
};

function journeyEvent(subStatus: SubStatus, more: Partial<JourneyEvent> = {}): JourneyEvent {
  return { subStatus, occurredAt: now - hour, zone, place: destination, sequence: 1, ...more };
}

function worldOf(reported: JourneyEvent[], more: Partial<CarrierWorld> = {}): CarrierWorld {
  return {
    credentials,
    parcel: (number) => (number === parcel.trackingNumber ? parcel : null),
    reportedEvents: () => reported,
    changedBetween: (from, to) =>
      reported.some(({ occurredAt }) => occurredAt >= from && occurredAt < to) ? [parcel] : [],
    admit: () => true,
    outage: () => false,
    now: () => now,
    ...more,
  };
}

function connector() {
  const found = carriers.find(({ manifest }) => manifest.name === 'postnl');
  if (!found?.poll) throw new Error('The PostNL connector is missing.');
  return { ...found, poll: found.poll };
}

/** Passes the connector's requests directly to the server, without a network. */
function sessionWith(world: CarrierWorld, apiKey = 'k-1'): PollSession {
  const app = Fastify();
  dialect.serve(app, world);
  return {
    settings: { ...credentials, apiKey, language: 'EN', baseUrl: 'https://api.postnl.nl' },
    http: injectedHttp(app),
    token: { get: () => Promise.reject(new Error('PostNL has no token.')), forget: () => undefined },
    now: () => now,
    postcodeOf: () => null,
  };
}

const context: DecodeContext = { gazetteer: { find: () => null }, receivedAt: now };

async function ask(world: CarrierWorld, number = parcel.trackingNumber) {
  const { poll, decode } = connector();
  const [answer] = await poll.fetch([number], sessionWith(world));
  if (!answer) throw new Error('The connector returned no answer.');
  return decode({ kind: 'poll', ...answer }, { ...context, askedFor: [number] });
}

async function eventsOf(world: CarrierWorld): Promise<EventFact[]> {
  const { shipments } = await ask(world);
  return shipments.flatMap(({ facts }) => facts).filter((fact) => fact.kind === 'event');
}

describe('the connector decodes what the dialect reports', () => {
  it.each([...dialect.subStatuses])('%s', async (subStatus) => {
    const world = worldOf([journeyEvent(subStatus)]);
    expect((await ask(world)).problems).toEqual([]);
    const events = await eventsOf(world);
    expect(events.map((event) => [event.subStatus, event.time.occurredAt])).toEqual([
      [subStatus, now - hour],
    ]);
  });

  it('reports a journey across the change to summer time with the right times', async () => {
    const winter = Date.UTC(2026, 2, 28, 20);
    const reported = [
      journeyEvent('in_transit.accepted', { occurredAt: winter }),
      journeyEvent('in_transit.processing', { occurredAt: winter + 12 * hour, sequence: 2 }),
    ];
    const events = await eventsOf(worldOf(reported));
    expect(events.map((event) => event.time.occurredAt)).toEqual([winter + 12 * hour, winter]);
  });

  it('sends delivery window, reference, weight and places', async () => {
    const { shipments } = await ask(worldOf([journeyEvent('in_transit.accepted')]));
    const details = shipments[0]?.facts.find((fact) => fact.kind === 'details')?.details;
    expect(details).toMatchObject({
      answer: 'found',
      estimatedDelivery: { from: { occurredAt: now + 5 * hour }, to: { occurredAt: now + 7 * hour } },
      references: ['ORD-9'],
      weightGrams: 700,
      destination: { name: 'Amersfoort', postcode: '3811LZ', country: 'NL' },
    });
  });

  it('gives the same place the same location code, and none before PostNL has the parcel', async () => {
    const reported = [
      journeyEvent('info_received.awaiting_parcel', { occurredAt: now - 3 * hour }),
      journeyEvent('in_transit.accepted', { occurredAt: now - 2 * hour, sequence: 2 }),
      journeyEvent('out_for_delivery.with_driver', { sequence: 3 }),
    ];
    const [driver, accepted, announced] = (await eventsOf(worldOf(reported))).map(({ place }) => place?.code);
    expect(driver).toMatch(/^\d{6}$/);
    expect(accepted).toBe(driver);
    expect(announced).toBeUndefined();
  });
});

describe('content faults', () => {
  it('sends a garbled code that the connector reports as unknown', async () => {
    const world = worldOf([journeyEvent('in_transit.processing', { garbledCode: 'W99' })]);
    const { problems } = await ask(world);
    expect(problems.map(({ kind, code }) => `${kind} ${code}`)).toEqual(['unknown_code W99']);
    expect((await eventsOf(world)).map(({ subStatus }) => subStatus)).toEqual(['unknown.unmapped']);
  });

  it('shifts the wall clock by the clock error', async () => {
    const events = await eventsOf(
      worldOf([journeyEvent('in_transit.processing', { clockErrorMinutes: -60 })]),
    );
    expect(events.map(({ time }) => time.occurredAt)).toEqual([now - 2 * hour]);
  });
});

describe('errors', () => {
  it('answers an unknown barcode with a warning', async () => {
    const { shipments, problems } = await ask(worldOf([]), '3SWLMG402118999');
    expect(problems).toEqual([]);
    expect(shipments.map(({ facts }) => facts)).toMatchObject([[{ details: { answer: 'not_found' } }]]);
  });

  it.each([
    ['a wrong key', worldOf([]), 'k-2', CredentialsRefused],
    ['too many calls', worldOf([], { admit: () => false }), 'k-1', RateLimited],
    ['an outage', worldOf([], { outage: () => true }), 'k-1', CarrierUnavailable],
  ])('makes %s a failure of its own kind', async (_name, world, key, failure) => {
    const asking = connector().poll.fetch([parcel.trackingNumber], sessionWith(world, key));
    await expect(asking).rejects.toBeInstanceOf(failure);
  });
});

describe('the feed of changed shipments', () => {
  const path = '/shipment/v2/status/10203040/updatedshipments';
  const world = worldOf([
    journeyEvent('in_transit.accepted'),
    journeyEvent('delivered.handed_over', { sequence: 2 }),
  ]);

  async function changes(query: string) {
    const app = Fastify();
    dialect.serve(app, world);
    return app.inject({ method: 'GET', url: `${path}?${query}`, headers: { apikey: 'k-1' } });
  }

  it('returns the newest status of each changed parcel with its time', async () => {
    const answer = await changes('period=2026-07-08T12:30:00&period=2026-07-08T14:00:00');
    const { shipments } = connector().decode({ kind: 'poll', body: answer.body, contentType: null }, context);
    const events = shipments.flatMap(({ facts }) => facts).filter((fact) => fact.kind === 'event');
    expect(events.map(({ subStatus, time }) => [subStatus, time.occurredAt])).toEqual([
      ['delivered.handed_over', now - hour],
    ]);
  });

  it('is empty when nothing changed', async () => {
    expect((await changes('period=2026-07-08T10:00:00&period=2026-07-08T12:00:00')).json()).toEqual([]);
  });

  it.each([
    ['wider than two hours', 'period=2026-07-08T10:00:00&period=2026-07-08T12:00:01'],
    ['older than 48 hours', 'period=2026-07-06T13:00:00&period=2026-07-06T14:00:00'],
    ['without an end', 'period=2026-07-08T12:30:00'],
    ['that is no time', 'period=yesterday&period=today'],
  ])('refuses a period %s', async (_name, query) => {
    const answer = await changes(query);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toHaveProperty('fault.faultstring');
  });
});

it('creates tracking numbers that the connector recognises', () => {
  const { recognises } = connector().manifest;
  for (const random of [() => 0, () => 0.5, () => 0.999_999]) {
    expect(recognises(dialect.newTrackingNumber(random))).toBe(true);
  }
});
