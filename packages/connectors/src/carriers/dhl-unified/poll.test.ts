import { describe, expect, it } from 'vitest';
import {
  type AccountSettings,
  CarrierUnavailable,
  CredentialsRefused,
  type HttpAnswer,
  type HttpRequest,
  type PollSession,
  RateLimited,
  RequestRefused,
} from '../../_kit/index.ts';
import { poll } from './poll.ts';

const found: HttpAnswer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"shipments":[]}',
};

function dhl(
  answer: Partial<HttpAnswer> = {},
  settings: AccountSettings = {},
  postcode: string | null = null,
) {
  const requests: HttpRequest[] = [];
  const session: PollSession = {
    settings: { apiKey: 'key', baseUrl: 'https://dhl.test/', ...settings },
    now: () => Date.parse('2026-01-01T00:00:00Z'),
    postcodeOf: () => postcode,
    token: {
      get: () => Promise.reject(new Error('The Unified API needs no token.')),
      forget: () => undefined,
    },
    http: async (request) => {
      requests.push(request);
      return { ...found, ...answer };
    },
  };
  return { session, requests };
}

describe('asking DHL', () => {
  it('asks for one number a call, with the key in a header, and hands back what came', async () => {
    const { session, requests } = dhl();
    const answers = await poll.fetch(['4309182754', 'JVGL0612345600098231'], session);
    expect(requests).toEqual([
      {
        method: 'GET',
        url: 'https://dhl.test/track/shipments?trackingNumber=4309182754&language=en',
        headers: { 'dhl-api-key': 'key', accept: 'application/json' },
      },
      {
        method: 'GET',
        url: 'https://dhl.test/track/shipments?trackingNumber=JVGL0612345600098231&language=en',
        headers: { 'dhl-api-key': 'key', accept: 'application/json' },
      },
    ]);
    expect(answers).toEqual([
      { body: found.body, contentType: 'application/json', numbers: ['4309182754'] },
      { body: found.body, contentType: 'application/json', numbers: ['JVGL0612345600098231'] },
    ]);
  });

  it('narrows the question to the account’s division, its language and the recipient’s postcode', async () => {
    const { session, requests } = dhl({}, { service: 'parcel-de', language: 'de' }, '8011 AA');
    await poll.fetch(['1'], session);
    expect(requests[0]?.url).toBe(
      'https://dhl.test/track/shipments?trackingNumber=1&language=de&service=parcel-de&recipientPostalCode=8011+AA',
    );
  });

  it('lets no number add a parameter of its own', async () => {
    const { session, requests } = dhl();
    await poll.fetch(['1&service=express#x'], session);
    expect(new URL(requests[0]?.url ?? '').searchParams.get('service')).toBeNull();
  });

  it('takes 404 as the answer for a number DHL does not know yet', async () => {
    const body = '{"title":"No result found","status":404}';
    const answers = await poll.fetch(['1'], dhl({ status: 404, body }).session);
    expect(answers).toMatchObject([{ body, numbers: ['1'] }]);
  });

  const failures = [
    [400, RequestRefused],
    [401, CredentialsRefused],
    [403, CredentialsRefused],
    [429, RateLimited],
    [500, CarrierUnavailable],
    [503, CarrierUnavailable],
  ] as const;
  for (const [status, failure] of failures) {
    it(`fails as ${failure.name} on ${status}`, async () => {
      await expect(poll.fetch(['1'], dhl({ status }).session)).rejects.toBeInstanceOf(failure);
    });
  }

  it('waits as long as it is told when the quota is spent', async () => {
    const { session } = dhl({ status: 429, headers: { 'retry-after': '90' } });
    await expect(poll.fetch(['1'], session)).rejects.toMatchObject({ retryAfterMs: 90_000 });
  });
});
