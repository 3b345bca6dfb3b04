import { describe, expect, it } from 'vitest';
import {
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
  body: '{"parcels":[]}',
};

/** Answers token requests with token-1, token-2 … and the others with `answers` in turn. */
function gls(answers: readonly HttpAnswer[], tokenAnswer?: HttpAnswer) {
  const requests: HttpRequest[] = [];
  let tokens = 0;
  let held: string | null = null;
  const session: PollSession = {
    settings: { clientId: 'key', clientSecret: 'secret', baseUrl: 'https://gls.test/', language: 'DE' },
    now: () => Date.parse('2026-01-01T00:00:00Z'),
    postcodeOf: () => null,
    token: {
      get: async (create) => {
        held ??= (await create()).value;
        return held;
      },
      forget: () => {
        held = null;
      },
    },
    http: async (request) => {
      requests.push(request);
      const isToken = request.url.endsWith('/oauth2/v2/token');
      if (!isToken) return answers[requests.filter(({ method }) => method === 'GET').length - 1] ?? found;
      tokens += 1;
      return (
        tokenAnswer ?? {
          status: 200,
          headers: {},
          body: `{"access_token":"token-${tokens}","expires_in":14400}`,
        }
      );
    },
  };
  return { session, requests };
}

function answer(status: number, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers, body: '{"fault":{}}' };
}

describe('asking GLS', () => {
  it('fetches a token with the client in a Basic header, then asks for all parcel numbers at once', async () => {
    const { session, requests } = gls([found]);
    const answers = await poll.fetch(['61740025318', '617400253180'], session);
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://gls.test/oauth2/v2/token',
        headers: { authorization: 'Basic a2V5OnNlY3JldA==' },
        body: 'grant_type=client_credentials',
      },
      {
        method: 'GET',
        url: 'https://gls.test/track-and-trace-v1/tracking/simple/trackids/61740025318,617400253180',
        headers: { authorization: 'Bearer token-1', 'accept-language': 'DE' },
      },
    ]);
    expect(answers).toEqual([
      { body: found.body, contentType: 'application/json', numbers: ['61740025318', '617400253180'] },
    ]);
  });

  it('asks for references at an address of their own and uses the token again', async () => {
    const { session, requests } = gls([found, found]);
    const answers = await poll.fetch(['61740025318', 'ZB41RKX2'], session);
    expect(requests.map(({ url }) => url.replace('https://gls.test', ''))).toEqual([
      '/oauth2/v2/token',
      '/track-and-trace-v1/tracking/simple/trackids/61740025318',
      '/track-and-trace-v1/tracking/simple/references/ZB41RKX2',
    ]);
    expect(answers.map(({ numbers }) => numbers)).toEqual([['61740025318'], ['ZB41RKX2']]);
  });

  it('lets no number break out of the path', async () => {
    const { session, requests } = gls([found]);
    await poll.fetch(['1/../2?x'], session);
    expect(requests[1]?.url).toMatch(/\/1%2F\.\.%2F2%3Fx$/);
  });

  it('fetches one fresh token when the old one has expired', async () => {
    const { session, requests } = gls([answer(401), found]);
    await poll.fetch(['61740025318'], session);
    expect(requests.map(({ headers }) => headers?.authorization)).toEqual([
      'Basic a2V5OnNlY3JldA==',
      'Bearer token-1',
      'Basic a2V5OnNlY3JldA==',
      'Bearer token-2',
    ]);
  });

  const failures = [
    ['the second 401', [answer(401), answer(401)], CredentialsRefused],
    ['400', [answer(400)], RequestRefused],
    ['503', [answer(503)], CarrierUnavailable],
  ] as const;
  for (const [what, answers, failure] of failures) {
    it(`fails as ${failure.name} on ${what}`, async () => {
      await expect(poll.fetch(['61740025318'], gls(answers).session)).rejects.toBeInstanceOf(failure);
    });
  }

  it('waits as long as the gateway says when the quota is spent', async () => {
    const spent = poll.fetch(['61740025318'], gls([answer(429, { 'retry-after': '120' })]).session);
    await expect(spent).rejects.toMatchObject({ name: 'RateLimited', retryAfterMs: 120_000 });
    await expect(spent).rejects.toBeInstanceOf(RateLimited);
  });

  const tokenFailures = [
    ['400', answer(400), CredentialsRefused],
    ['401', answer(401), CredentialsRefused],
    ['500', answer(500), CarrierUnavailable],
    ['an answer without token', { ...found, body: '{"expires_in":1}' }, CarrierUnavailable],
    ['an answer that is no JSON', { ...found, body: '<html>' }, CarrierUnavailable],
  ] as const;
  for (const [what, tokenAnswer, failure] of tokenFailures) {
    it(`fails as ${failure.name} when the token service gives ${what}`, async () => {
      await expect(poll.fetch(['61740025318'], gls([], tokenAnswer).session)).rejects.toBeInstanceOf(failure);
    });
  }
});
