import {
  CredentialsRefused,
  carriers,
  type PollSession,
  RateLimited,
  type TokenAnswer,
} from '@milepost/connectors';
import { type EventFact, fold, identityOf, milestoneOf, revisionOf, type SubStatus } from '@milepost/domain';
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { CarrierWorld, JourneyEvent, Parcel } from '../dialect.ts';
import { injectedHttp } from '../testing/injected-http.ts';
import { dialect } from './ups.ts';

const connector = carriers.find(({ manifest }) => manifest.name === 'ups');
const number = dialect.newTrackingNumber(() => 0.4);
const boise = { name: 'Boise', postcode: '83716', region: 'ID', country: 'US' };
const bend = { name: 'Bend', postcode: '97701', region: 'OR', country: 'US' };
const noon = Date.parse('2026-07-01T12:00:00Z');
const credentials = { clientId: 'key', clientSecret: 's&cret', webhookSecret: 'agreed-on' };

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
  carrier: 'ups',
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

/** Polls through the connector without a socket. `bearer` replaces the token that UPS would issue. */
async function ask(world: CarrierWorld, asked = number, bearer?: string) {
  const app = fastify();
  dialect.serve(app, world);
  const session: PollSession = {
    settings: { clientId: 'key', clientSecret: 's&cret', baseUrl: 'http://ups.test' },
    http: injectedHttp(app),
    token: { get: async (create) => bearer ?? (await create()).value, forget: () => undefined },
    now: () => noon,
    postcodeOf: () => null,
  };
  return (await connector?.poll?.fetch([asked], session)) ?? [];
}

function read(kind: 'poll' | 'webhook', bodies: readonly string[]) {
  const context = { gazetteer: { find: () => null }, receivedAt: noon };
  const decoded = bodies.map((body) => connector?.decode({ kind, body, contentType: null }, context));
  const facts = decoded.flatMap(
    (decoding) => decoding?.shipments.flatMap((shipment) => shipment.facts) ?? [],
  );
  const records = facts.map((fact) => ({
    ...fact,
    identity: identityOf(fact),
    revision: revisionOf(fact),
    source: `ups/${kind}`,
    legId: number,
    receivedAt: noon,
    reading: 0,
  }));
  return {
    state: fold(records),
    events: facts.filter((fact): fact is EventFact => fact.kind === 'event'),
    problems: decoded.flatMap((decoding) => decoding?.problems ?? []),
  };
}

/** What the connector decodes from a poll and from the pushes about the same events. */
async function decodeBoth(reported: readonly JourneyEvent[]) {
  const polled = await ask(worldOf(reported));
  const pushed = dialect.push?.(parcel, reported, credentials) ?? [];
  const bodiesOf = (messages: readonly { body: string }[]) => messages.map(({ body }) => body);
  return { poll: read('poll', bodiesOf(polled)), push: read('webhook', bodiesOf(pushed)) };
}

describe('the simulated UPS', () => {
  it('creates tracking numbers that the connector recognises', () => {
    for (const random of [0, 0.123, 0.5, 0.987]) {
      expect(connector?.manifest.recognises(dialect.newTrackingNumber(() => random))).toBe(true);
    }
  });

  for (const subStatus of dialect.subStatuses) {
    it(`reports ${subStatus} so that the connector decodes it with its time`, async () => {
      const reported = await decodeBoth([journeyEvent({ subStatus })]);
      for (const { state, events, problems } of [reported.poll, reported.push]) {
        expect(problems).toEqual([]);
        expect([state.milestone, state.subStatus]).toEqual([milestoneOf(subStatus), subStatus]);
        expect(events.map((event) => event.time.occurredAt)).toEqual([noon]);
      }
    });
  }

  it('gives every scan the same identity and revision in poll and push', async () => {
    const reported = [...dialect.subStatuses].map((subStatus, index) =>
      journeyEvent({ subStatus, occurredAt: noon + index * 60_000 }),
    );
    const { poll, push } = await decodeBoth(reported);
    expect(poll.events.map(identityOf).toSorted()).toEqual(push.events.map(identityOf).toSorted());
    expect(poll.events.map(revisionOf).toSorted()).toEqual(push.events.map(revisionOf).toSorted());
    expect(new Set(poll.events.map(identityOf)).size).toBe(reported.length);
  });

  it('lists the newest scan first and includes the delivery', async () => {
    const reported: [SubStatus, number][] = [
      ['in_transit.accepted', noon - 7_200_000],
      ['out_for_delivery.with_driver', noon - 3_600_000],
      ['delivered.handed_over', noon],
    ];
    const { poll, push } = await decodeBoth(
      reported.map(([subStatus, occurredAt]) => journeyEvent({ subStatus, occurredAt, signedBy: 'A.MOSS' })),
    );
    expect(poll.events.map((event) => event.subStatus)).toEqual(
      reported.map(([subStatus]) => subStatus).toReversed(),
    );
    expect(poll.state.details).toMatchObject({
      weightGrams: 2_400,
      service: 'UPS Ground',
      references: ['R-1'],
    });
    for (const { state } of [poll, push]) {
      expect(state).toMatchObject({ milestone: 'delivered', signedBy: 'A.MOSS' });
      expect(state.details.deliveredAt?.occurredAt).toBe(noon);
    }
  });

  it("gives the delivery window in the destination's time zone, until the parcel is delivered", async () => {
    const waiting = await decodeBoth([journeyEvent({ subStatus: 'out_for_delivery.with_driver' })]);
    for (const { state } of [waiting.poll, waiting.push]) {
      expect(state.details.estimatedDelivery).toMatchObject({
        from: { localTime: '2026-07-01T06:00:00' },
        to: { localTime: '2026-07-01T08:00:00' },
      });
    }
    const delivered = await decodeBoth([journeyEvent({ subStatus: 'delivered.handed_over' })]);
    expect(delivered.poll.state.details.estimatedDelivery).toBeUndefined();
    expect(delivered.push.state.details.estimatedDelivery).toBeUndefined();
  });

  it('keeps the instant across both changes of daylight saving time', async () => {
    for (const time of ['2026-11-01T07:30:00Z', '2026-11-01T08:30:00Z', '2026-03-08T09:00:00Z']) {
      const occurredAt = Date.parse(time);
      const { poll, push } = await decodeBoth([journeyEvent({ occurredAt })]);
      for (const { events } of [poll, push]) expect(events[0]?.time.occurredAt).toBe(occurredAt);
    }
  });

  it('sends a garbled code and a wrong clock on request', async () => {
    for (const subStatus of [
      'in_transit.accepted',
      'info_received.label_created',
      'delivered.handed_over',
    ] as const) {
      const { poll, push } = await decodeBoth([
        journeyEvent({ subStatus, garbledCode: 'Q#7', clockErrorMinutes: 90 }),
      ]);
      for (const { events, problems } of [poll, push]) {
        expect(events).toMatchObject([
          { subStatus: 'unknown.unmapped', time: { occurredAt: noon + 5_400_000 } },
        ]);
        expect(problems).toMatchObject([{ kind: 'unknown_code', code: 'I / Q#7' }]);
      }
    }
  });
});

describe('errors of the simulated UPS', () => {
  it('answers an unknown number with a warning inside HTTP 200', async () => {
    const [answer] = await ask(
      worldOf([]),
      dialect.newTrackingNumber(() => 0.7),
    );
    expect(read('poll', [answer?.body ?? '']).state.subStatus).toBe('pending.not_found');
  });

  it('reports a malformed number as invalid', async () => {
    const [answer] = await ask(worldOf([]), '1Z-3');
    expect(answer?.body).toContain('TV1002');
  });

  it('accepts only its own token, and only until it expires', async () => {
    await expect(ask(worldOf([]), number, 'invalid-token')).rejects.toBeInstanceOf(CredentialsRefused);
    await expect(ask(worldOf([]), number, `ups.${noon}`)).rejects.toBeInstanceOf(CredentialsRefused);
    expect(await ask(worldOf([]), number, `ups.${noon + 1}`)).toHaveLength(1);
    const wrongClient = worldOf([], { credentials: { ...credentials, clientSecret: 'another' } });
    await expect(ask(wrongClient)).rejects.toBeInstanceOf(CredentialsRefused);
  });

  it('requires the headers that UPS requires', async () => {
    const app = fastify();
    dialect.serve(app, worldOf([]));
    const url = `/api/track/v1/details/${number}`;
    const authorization = `Bearer ups.${noon + 1}`;
    const codes = [];
    for (const headers of [{ authorization }, { authorization, transId: 'a' }]) {
      const answer = await app.inject({ method: 'GET', url, headers });
      codes.push([answer.statusCode, answer.json().response.errors[0].code]);
    }
    expect(codes).toEqual([
      [400, 'VSS002'],
      [400, 'VSS004'],
    ]);
  });

  it('limits calls', async () => {
    await expect(ask(worldOf([], { admit: () => false }))).rejects.toBeInstanceOf(RateLimited);
  });

  it('answers an unknown path with 404', async () => {
    const app = fastify();
    dialect.serve(app, worldOf([]));
    const answer = await app.inject({ method: 'GET', url: '/api/track/v2/details/1' });
    expect([answer.statusCode, answer.json().response.errors[0].code]).toEqual([404, '404']);
  });

  it('answers with a server error during an outage', async () => {
    await expect(ask(worldOf([], { outage: () => true }))).rejects.toMatchObject({
      name: 'CarrierUnavailable',
    });
  });
});

describe('a push', () => {
  const settings = { ...credentials, webhookClientId: 'track-alert', webhookClientSecret: 'oauth-secret' };
  const account = { settings, now: () => noon };
  const verdict = (sent: Record<string, string>, webhookSecret = settings.webhookSecret) => {
    const [push] = dialect.push?.(parcel, [journeyEvent({})], sent) ?? [];
    const body = new TextEncoder().encode(push?.body ?? '');
    const at = { ...account, settings: { ...settings, webhookSecret } };
    return connector?.webhook?.verify({ headers: push?.headers ?? {}, body }, at);
  };

  it('contains one scan', () => {
    expect(
      dialect.push?.(parcel, [journeyEvent({}), journeyEvent({ sequence: 2 })], credentials),
    ).toHaveLength(2);
  });

  it('is verified by the credential of the subscription', () => {
    expect(verdict(credentials)).toEqual({ ok: true });
    expect(verdict(credentials, 'another')?.ok).toBe(false);
  });

  it('is verified by a token that was issued before', () => {
    const request = {
      headers: { authorization: `Basic ${Buffer.from('track-alert:oauth-secret').toString('base64')}` },
      form: { grant_type: 'client_credentials' },
    };
    const issued: TokenAnswer | undefined = connector?.webhook?.issueToken?.(request, account);
    const accessToken = issued?.ok ? issued.accessToken : '';
    expect(verdict({ accessToken, webhookClientId: 'track-alert' })).toEqual({ ok: true });
    expect(verdict({ accessToken: `${accessToken}x`, webhookClientId: 'track-alert' })?.ok).toBe(false);
    expect(verdict({ accessToken, webhookClientId: 'another-client' })?.ok).toBe(false);
  });
});
