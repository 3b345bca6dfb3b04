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

const settings = { clientId: 'id', clientSecret: 's&cret', baseUrl: 'https://apis.example.test' };

/** Answers tracking requests from a list, and repeats the last answer. */
function fedex(...answers: Partial<HttpAnswer>[]) {
  const respond = withTokens('/oauth/token', (_request, index) => answers[index] ?? answers.at(-1) ?? {});
  return makePollSession({ settings, respond });
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `7731048${10_000 + index}`);

describe('a poll of FedEx', () => {
  it('fetches a token for the account and uses it to request every scan', async () => {
    const { session, requests } = fedex({ body: '{"output":1}' });
    expect(await poll.fetch(['773104826152'], session)).toEqual([
      { body: '{"output":1}', contentType: 'application/json', numbers: ['773104826152'] },
    ]);
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://apis.example.test/oauth/token',
        body: 'grant_type=client_credentials&client_id=id&client_secret=s%26cret',
      },
      {
        method: 'POST',
        url: 'https://apis.example.test/track/v1/trackingnumbers',
        headers: { authorization: 'Bearer token-1', 'x-locale': 'en_US' },
      },
    ]);
    expect(JSON.parse(requests[1]?.body ?? '')).toEqual({
      includeDetailedScans: true,
      trackingInfo: [{ trackingNumberInfo: { trackingNumber: '773104826152' } }],
    });
  });

  it('sends at most thirty numbers in a request, all with one token', async () => {
    const { session, requests } = fedex({});
    const found = await poll.fetch(numbers(65), session);
    expect(found.map((answer) => answer.numbers.length)).toEqual([30, 30, 5]);
    expect(found.flatMap((answer) => answer.numbers)).toEqual(numbers(65));
    expect(requests.filter((request) => request.url.endsWith('/oauth/token'))).toHaveLength(1);
  });

  it('fetches one fresh token when the cached one has expired', async () => {
    const { session, requests } = fedex({ status: 401 }, { body: '{"fine":true}' });
    expect((await poll.fetch(numbers(1), session))[0]?.body).toBe('{"fine":true}');
    const bearers = requests.map((request) => request.headers?.authorization).filter(Boolean);
    expect(bearers).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('fails with CredentialsRefused when the fresh token is refused too', async () => {
    const { session, requests } = fedex({ status: 401 });
    await expect(poll.fetch(numbers(1), session)).rejects.toBeInstanceOf(CredentialsRefused);
    expect(requests).toHaveLength(4);
  });

  it('reports Retry-After after too many requests', async () => {
    const { session } = fedex({ status: 429, headers: { 'retry-after': '12' } });
    const failure = await poll.fetch(numbers(1), session).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RateLimited);
    expect(failure).toMatchObject({ retryAfterMs: 12_000 });
  });

  it('maps the other statuses to typed failures', async () => {
    const failing = (status: number) => poll.fetch(numbers(1), fedex({ status }).session);
    await expect(failing(403)).rejects.toBeInstanceOf(CredentialsRefused);
    await expect(failing(404)).rejects.toBeInstanceOf(RequestRefused);
    await expect(failing(503)).rejects.toBeInstanceOf(CarrierUnavailable);
  });

  it('fails when the answer of the token endpoint contains no token', async () => {
    const { session } = fedex({});
    const http = async () => ({ status: 200, headers: {}, body: '<html>maintenance</html>' });
    await expect(poll.fetch(numbers(1), { ...session, http })).rejects.toBeInstanceOf(CarrierUnavailable);
  });
});
