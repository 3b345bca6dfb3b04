import {
  CredentialsRefused,
  carriers,
  type PollSession,
  RateLimited,
  RequestRefused,
} from '@milepost/connectors';
import { type EventFact, fold, identityOf, milestoneOf, revisionOf, type SubStatus } from '@milepost/domain';
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { CarrierWorld, JourneyEvent, Parcel } from '../dialect.ts';
import { injectedHttp } from '../testing/injected-http.ts';
import { dialect } from './fedex.ts';

const connector = carriers.find(({ manifest }) => manifest.name === 'fedex');
const number = dialect.newTrackingNumber(() => 0.4);
const boise = { name: 'Boise', postcode: '83716', region: 'ID', country: 'US' };
const bend = { name: 'Bend', postcode: '97701', region: 'OR', country: 'US' };
const noon = Date.parse('2026-07-01T12:00:00Z');
const credentials = { clientId: 'key', clientSecret: 's&cret', webhookSecret: 'token-of-the-portal' };

function journeyEvent(part: Partial<JourneyEvent>): JourneyEvent {
  return {
    subStatus: 'in_transit.accepted',
    occurredAt: noon,
    zone: 'America/Boise',
    place: boise,
    sequence: 1,
    ...part,
  };
}

const parcel: Parcel = {
  trackingNumber: number,
  carrier: 'fedex',
  reference: 'R-1',
  origin: { ...bend, zone: 'America/Los_Angeles' },
  destination: { ...boise, zone: 'America/Boise' },
  expected: { from: noon, to: noon + 7_200_000 },
  weightGrams: 2_400,
  recipientName: 'Ada Moss',
};

function worldOf(reported: readonly JourneyEvent[], changes: Partial<CarrierWorld> = {}): CarrierWorld {
  return {
    credentials,
    parcel: (asked) => (asked === number ? parcel : null),
    reportedEvents: () => reported,
    changedBetween: () => [],
    admit: () => true,
    outage: () => false,
    now: () => noon,
    ...changes,
  };
}

/** Polls through the connector without a socket. `bearer` replaces the token that FedEx would issue. */
async function ask(world: CarrierWorld, numbers: readonly string[] = [number], bearer?: string) {
  const app = fastify();
  dialect.serve(app, world);
  const session: PollSession = {
    settings: { clientId: 'key', clientSecret: 's&cret', baseUrl: 'http://fedex.test' },
    http: injectedHttp(app),
    token: { get: async (create) => bearer ?? (await create()).value, forget: () => undefined },
    now: () => noon,
    postcodeOf: () => null,
  };
  return (await connector?.poll?.fetch(numbers, session)) ?? [];
}

function read(kind: 'poll' | 'webhook', body: string) {
  const context = { gazetteer: { find: () => null }, receivedAt: noon };
  const decoded = connector?.decode({ kind, body, contentType: null }, context);
  const facts = decoded?.shipments.flatMap((shipment) => shipment.facts) ?? [];
  const records = facts.map((fact) => ({
    ...fact,
    identity: identityOf(fact),
    revision: revisionOf(fact),
    source: `fedex/${kind}`,
    legId: number,
    receivedAt: noon,
    reading: 0,
  }));
  return {
    state: fold(records),
    events: facts.filter((fact): fact is EventFact => fact.kind === 'event'),
    problems: decoded?.problems ?? [],
  };
}

/** What the connector decodes from a poll and from a push about the same events. */
async function decodeBoth(reported: readonly JourneyEvent[]) {
  const [polled] = await ask(worldOf(reported));
  const [pushed] = dialect.push?.(parcel, reported, credentials) ?? [];
  return [read('poll', polled?.body ?? ''), read('webhook', pushed?.body ?? '')];
}

describe('the simulated FedEx', () => {
  it('creates tracking numbers that the connector recognises', () => {
    for (const random of [0, 0.123, 0.5, 0.987]) {
      expect(connector?.manifest.recognises(dialect.newTrackingNumber(() => random))).toBe(true);
    }
  });

  const turn = journeyEvent({ subStatus: 'returning.started', occurredAt: noon - 3_600_000 });
  for (const subStatus of dialect.subStatuses) {
    it(`reports ${subStatus} so that the connector decodes it with its time`, async () => {
      // The end of a return is a delivery after the start of the return.
      const before = subStatus === 'returned.to_sender' ? [turn] : [];
      for (const { state, events, problems } of await decodeBoth([...before, journeyEvent({ subStatus })])) {
        expect(problems).toEqual([]);
        expect([state.milestone, state.subStatus]).toEqual([milestoneOf(subStatus), subStatus]);
        expect(events[0]?.time.occurredAt).toBe(noon);
      }
    });
  }

  it('gives a scan the same identity in poll and push', async () => {
    const [poll, push] = await decodeBoth([journeyEvent({ subStatus: 'attempt_failed.not_home' })]);
    expect(poll?.events.map(identityOf)).toEqual(push?.events.map(identityOf));
    expect(poll?.events).toHaveLength(1);
  });

  it('lists the newest scan first and includes the delivery', async () => {
    const reported: [SubStatus, number][] = [
      ['in_transit.accepted', noon - 7_200_000],
      ['out_for_delivery.with_driver', noon - 3_600_000],
      ['delivered.handed_over', noon],
    ];
    const journeyEvents = reported.map(([subStatus, occurredAt]) =>
      journeyEvent({ subStatus, occurredAt, signedBy: 'A.MOSS' }),
    );
    for (const { state, events } of await decodeBoth(journeyEvents)) {
      expect(events.map((event) => event.subStatus)).toEqual(
        reported.map(([subStatus]) => subStatus).toReversed(),
      );
      expect(state.details).toMatchObject({
        signedBy: 'A.MOSS',
        weightGrams: 2_400,
        service: 'FedEx Ground',
      });
      expect(state.details.deliveredAt?.occurredAt).toBe(noon);
    }
  });

  it("gives the delivery window in the destination's time zone, until the parcel is delivered", async () => {
    const [waiting] = await decodeBoth([journeyEvent({ subStatus: 'out_for_delivery.with_driver' })]);
    expect(waiting?.state.details.estimatedDelivery).toMatchObject({
      from: { localTime: '2026-07-01T06:00:00' },
      to: { localTime: '2026-07-01T08:00:00' },
    });
    const [delivered] = await decodeBoth([journeyEvent({ subStatus: 'delivered.handed_over' })]);
    expect(delivered?.state.details.estimatedDelivery).toBeUndefined();
  });

  it('sends a garbled code and a wrong clock on request', async () => {
    const faulty = journeyEvent({ garbledCode: 'Q7', clockErrorMinutes: 90 });
    for (const { events, problems } of await decodeBoth([faulty])) {
      expect(events).toMatchObject([
        { subStatus: 'unknown.unmapped', time: { occurredAt: noon + 5_400_000 } },
      ]);
      expect(problems).toMatchObject([{ kind: 'unknown_code', code: 'Q7' }]);
    }
  });
});

describe('errors of the simulated FedEx', () => {
  it('answers an unknown number with an error inside HTTP 200', async () => {
    const [answer] = await ask(worldOf([]), ['773104826152']);
    expect(read('poll', answer?.body ?? '').state.subStatus).toBe('pending.not_found');
  });

  it('accepts only its own token, and only until it expires', async () => {
    await expect(ask(worldOf([]), [number], 'invalid-token')).rejects.toBeInstanceOf(CredentialsRefused);
    await expect(ask(worldOf([]), [number], `fedex.${noon}`)).rejects.toBeInstanceOf(CredentialsRefused);
    expect(await ask(worldOf([]), [number], `fedex.${noon + 1}`)).toHaveLength(1);
    const wrongClient = worldOf([], { credentials: { ...credentials, clientSecret: 'another' } });
    await expect(ask(wrongClient)).rejects.toBeInstanceOf(CredentialsRefused);
  });

  it('limits calls and numbers', async () => {
    await expect(ask(worldOf([], { admit: () => false }))).rejects.toBeInstanceOf(RateLimited);
    await expect(ask(worldOf([]), [''])).rejects.toBeInstanceOf(RequestRefused);
    const app = fastify();
    dialect.serve(app, worldOf([]));
    const request = (count: number) =>
      app.inject({
        method: 'POST',
        url: '/track/v1/trackingnumbers',
        headers: { authorization: `Bearer fedex.${noon + 1}` },
        payload: { trackingInfo: Array(count).fill({ trackingNumberInfo: { trackingNumber: number } }) },
      });
    expect([(await request(30)).statusCode, (await request(31)).statusCode]).toEqual([200, 400]);
  });

  it('answers with a server error during an outage', async () => {
    await expect(ask(worldOf([], { outage: () => true }))).rejects.toMatchObject({
      name: 'CarrierUnavailable',
    });
  });
});

describe('a push', () => {
  const [push] = dialect.push?.(parcel, [journeyEvent({})], credentials) ?? [];
  const verdict = (webhookSecret: string, body: string) =>
    connector?.webhook?.verify(
      { headers: push?.headers ?? {}, body: new TextEncoder().encode(body) },
      { settings: { webhookSecret }, now: () => noon },
    );

  it('is verified by its signature', () => {
    expect(verdict(credentials.webhookSecret, push?.body ?? '')).toEqual({ ok: true });
  });

  it('is refused with another secret or another body', () => {
    expect(verdict('other', push?.body ?? '')?.ok).toBe(false);
    expect(verdict(credentials.webhookSecret, `${push?.body} `)?.ok).toBe(false);
  });
});
