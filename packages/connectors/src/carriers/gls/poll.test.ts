import { describe, expect, it } from 'vitest';
import {
  CarrierUnavailable,
  CredentialsRefused,
  type HttpAnswer,
  RateLimited,
  RequestRefused,
} from '../../_kit/index.ts';
import { makePollSession, withTokens } from '../../_kit/testing/poll-session.ts';
import { poll } from './poll.ts';

const found: HttpAnswer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"parcels":[]}',
};
const tokenPath = '/oauth2/v2/token';

/**
 * Answers tracking requests with `answers` in turn, and the token endpoint with fresh tokens unless
 * `tokenAnswer` is given.
 */
function gls(answers: readonly HttpAnswer[], tokenAnswer?: HttpAnswer) {
  const respond = withTokens(tokenPath, (_request, index) => answers[index] ?? found);
  return makePollSession({
    settings: { clientId: 'key', clientSecret: 'secret', baseUrl: 'https://gls.test/', language: 'DE' },
    respond: (request) => (tokenAnswer && request.url.endsWith(tokenPath) ? tokenAnswer : respond(request)),
  });
}

function answer(status: number, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers, body: '{"fault":{}}' };
}

describe('a poll of GLS', () => {
  it('fetches a token with Basic authentication and requests all parcel numbers at once', async () => {
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

  it('requests references at their own path with the same token', async () => {
    const { session, requests } = gls([found, found]);
    const answers = await poll.fetch(['61740025318', 'ZB41RKX2'], session);
    expect(requests.map(({ url }) => url.replace('https://gls.test', ''))).toEqual([
      '/oauth2/v2/token',
      '/track-and-trace-v1/tracking/simple/trackids/61740025318',
      '/track-and-trace-v1/tracking/simple/references/ZB41RKX2',
    ]);
    expect(answers.map(({ numbers }) => numbers)).toEqual([['61740025318'], ['ZB41RKX2']]);
  });

  it('encodes a number so that it cannot change the path', async () => {
    const { session, requests } = gls([found]);
    await poll.fetch(['1/../2?x'], session);
    expect(requests[1]?.url).toMatch(/\/1%2F\.\.%2F2%3Fx$/);
  });

  it('fetches one fresh token when the cached one has expired', async () => {
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
    it(`fails with ${failure.name} on ${what}`, async () => {
      await expect(poll.fetch(['61740025318'], gls(answers).session)).rejects.toBeInstanceOf(failure);
    });
  }

  it('reports Retry-After when the quota is used up', async () => {
    const spent = poll.fetch(['61740025318'], gls([answer(429, { 'retry-after': '120' })]).session);
    await expect(spent).rejects.toMatchObject({ name: 'RateLimited', retryAfterMs: 120_000 });
    await expect(spent).rejects.toBeInstanceOf(RateLimited);
  });

  const tokenFailures = [
    ['400', answer(400), CredentialsRefused],
    ['401', answer(401), CredentialsRefused],
    ['500', answer(500), CarrierUnavailable],
    ['an answer without token', { ...found, body: '{"expires_in":1}' }, CarrierUnavailable],
    ['an answer that is not JSON', { ...found, body: '<html>' }, CarrierUnavailable],
  ] as const;
  for (const [what, tokenAnswer, failure] of tokenFailures) {
    it(`fails with ${failure.name} when the token endpoint returns ${what}`, async () => {
      await expect(poll.fetch(['61740025318'], gls([], tokenAnswer).session)).rejects.toBeInstanceOf(failure);
    });
  }
});
