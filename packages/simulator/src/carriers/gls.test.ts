import { carriers, type PollSession } from '@milepost/connectors';
import { type EventFact, milestoneOf } from '@milepost/domain';
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { CarrierWorld, JourneyEvent, Parcel } from '../dialect.ts';
import { injectedHttp } from '../testing/injected-http.ts';
import { dialect } from './gls.ts';

const connector = carriers.find(({ manifest }) => manifest.name === 'gls');
const number = dialect.newTrackingNumber(() => 0.4);
const dublin = { name: 'Dublin', postcode: 'D02', country: 'IE' };
const noon = Date.parse('2026-07-01T12:00:00Z');

function journeyEvent(part: Partial<JourneyEvent>): JourneyEvent {
  return {
    subStatus: 'in_transit.accepted',
    occurredAt: noon,
    zone: 'Europe/Dublin',
    place: dublin,
    sequence: 1,
    ...part,
  };
}

const parcel: Parcel = {
  trackingNumber: number,
  carrier: 'gls',
  reference: 'R-1',
  origin: { ...dublin, zone: 'Europe/Dublin' },
  destination: { ...dublin, zone: 'Europe/Dublin' },
  expected: null,
  weightGrams: 900,
  recipientName: 'Aoife Byrne',
};

function worldOf(reported: readonly JourneyEvent[], changes: Partial<CarrierWorld> = {}): CarrierWorld {
  return {
    credentials: { clientId: 'key', clientSecret: 'secret' },
    parcel: (asked) => (asked === number ? parcel : null),
    reportedEvents: () => reported,
    changedBetween: () => [],
    admit: () => true,
    outage: () => false,
    now: () => noon,
    ...changes,
  };
}

/** Polls through the connector without a socket. */
async function ask(world: CarrierWorld, numbers: readonly string[] = [number], clientSecret = 'secret') {
  const app = fastify();
  dialect.serve(app, world);
  const session: PollSession = {
    settings: { clientId: 'key', clientSecret, baseUrl: 'http://gls.test', language: 'EN' },
    http: injectedHttp(app),
    token: { get: async (create) => (await create()).value, forget: () => undefined },
    now: () => noon,
    postcodeOf: () => null,
  };
  return (await connector?.poll?.fetch(numbers, session)) ?? [];
}

async function eventsOf(world: CarrierWorld): Promise<{ events: EventFact[]; problems: unknown[] }> {
  const [answer] = await ask(world);
  const payload = { kind: 'poll' as const, body: answer?.body ?? '', contentType: null };
  const context = { gazetteer: { find: () => null }, receivedAt: noon, askedFor: [number] };
  const decoded = connector?.decode(payload, context);
  expect(decoded?.shipments.map((shipment) => shipment.trackingNumber)).toEqual([number]);
  const facts = decoded?.shipments.flatMap((shipment) => shipment.facts) ?? [];
  return { events: facts.filter((fact) => fact.kind === 'event'), problems: decoded?.problems ?? [] };
}

describe('the simulated GLS', () => {
  it('creates tracking numbers that the connector recognises', () => {
    for (const random of [0, 0.123, 0.5, 0.987]) {
      expect(connector?.manifest.recognises(dialect.newTrackingNumber(() => random))).toBe(true);
    }
  });

  for (const subStatus of dialect.subStatuses) {
    it(`reports ${subStatus} so that the connector decodes it`, async () => {
      const { events, problems } = await eventsOf(worldOf([journeyEvent({ subStatus })]));
      // GLS uses one code for every depot. Only the parcel's status identifies the delivery depot.
      const expected =
        subStatus === 'in_transit.arrived_delivery_depot' ? 'in_transit.arrived_facility' : subStatus;
      expect(events.map((event) => [event.subStatus, event.time.occurredAt])).toEqual([[expected, noon]]);
      expect(events[0]?.milestone).toBe(milestoneOf(subStatus));
      expect(problems).toEqual([]);
    });
  }

  it('gives every clock the offset of its system, in summer and in winter', async () => {
    const winter = journeyEvent({ occurredAt: Date.parse('2026-01-01T12:00:00Z') });
    const { events } = await eventsOf(
      worldOf([winter, journeyEvent({ subStatus: 'in_transit.departed_facility' })]),
    );
    expect(events.map((event) => [event.time.localTime, event.time.zone])).toEqual([
      ['2026-01-01T13:00:00', '+01:00'],
      ['2026-07-01T14:00:00', '+02:00'],
    ]);
  });

  it('shifts the wall clock by the clock error and keeps the offset', async () => {
    const { events } = await eventsOf(worldOf([journeyEvent({ clockErrorMinutes: -60 })]));
    expect(events[0]?.time.occurredAt).toBe(noon - 3_600_000);
  });

  it('sends a garbled code that the connector reports as unknown, and nothing else', async () => {
    const { events, problems } = await eventsOf(worldOf([journeyEvent({ garbledCode: 'ZZZ.ZZZ' })]));
    expect(events.map((event) => event.subStatus)).toEqual(['unknown.unmapped']);
    expect(problems).toMatchObject([{ kind: 'unknown_code', code: 'ZZZ.ZZZ' }]);
  });

  it('answers an unknown number with an error in place of the parcel', async () => {
    const [answer] = await ask(worldOf([journeyEvent({})]), ['61740025318', number]);
    const { parcels } = JSON.parse(answer?.body ?? '{}');
    expect(parcels).toMatchObject([
      { errorCode: 'E_404_01' },
      { requested: number, unitno: number.slice(0, 11) },
    ]);
  });

  it('accepts ten numbers at once', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => String(617400253000 + index));
    const [answer] = await ask(worldOf([]), ten);
    expect(JSON.parse(answer?.body ?? '{}').parcels).toHaveLength(10);
  });

  const refusals = [
    ['a wrong client', worldOf([]), [number], 'wrong', 'CredentialsRefused', /400/],
    ['a spent quota', worldOf([], { admit: () => false }), [number], 'secret', 'RateLimited', /429/],
    ['an outage', worldOf([], { outage: () => true }), [number], 'secret', 'CarrierUnavailable', /503/],
  ] as const;
  for (const [what, world, numbers, secret, name, message] of refusals) {
    it(`answers ${what} so that the connector raises ${name}`, async () => {
      await expect(ask(world, numbers, secret)).rejects.toMatchObject({
        name,
        message: expect.stringMatching(message),
      });
    });
  }

  it('refuses more than ten numbers, which the connector never sends', async () => {
    const eleven = Array.from({ length: 11 }, (_, index) => String(61740025300 + index));
    const app = fastify();
    dialect.serve(app, worldOf([]));
    const { statusCode, body } = await app.inject({
      url: `/track-and-trace-v1/tracking/simple/trackids/${eleven.join(',')}`,
      headers: { authorization: `Bearer gls.${noon / 1000 + 60}` },
    });
    expect(statusCode).toBe(400);
    expect(body).toContain('limit of 10');
  });

  it('refuses an expired or missing token', async () => {
    const app = fastify();
    dialect.serve(app, worldOf([journeyEvent({})]));
    const url = `/track-and-trace-v1/tracking/simple/trackids/${number}`;
    const expired = { authorization: `Bearer gls.${noon / 1000}` };
    const answers = [await app.inject({ url }), await app.inject({ url, headers: expired })];
    expect(answers.map((answer) => [answer.statusCode, answer.json().fault.detail.errorcode])).toEqual([
      [401, 'oauth.v2.InvalidAccessToken'],
      [401, 'steps.jwt.TokenExpired'],
    ]);
  });
});
