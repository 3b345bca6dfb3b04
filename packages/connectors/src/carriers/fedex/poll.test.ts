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

const settings = { clientId: 'id', clientSecret: 's&cret', baseUrl: 'https://apis.example.test' };

/** A carrier that gives the tokens t1, t2 … and answers tracking requests from a list, the last one again and again. */
function session(...answers: Partial<HttpAnswer>[]) {
  const requests: HttpRequest[] = [];
  let tokensMade = 0;
  let held: string | null = null;
  const http = async (request: HttpRequest): Promise<HttpAnswer> => {
    requests.push(request);
    if (request.url.endsWith('/oauth/token')) {
      tokensMade += 1;
      return { status: 200, headers: {}, body: `{"access_token":"t${tokensMade}","expires_in":3599}` };
    }
    const next = answers.length > 1 ? answers.shift() : answers[0];
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{}', ...next };
  };
  const value: PollSession = {
    settings,
    http,
    token: {
      get: async (create) => {
        held ??= (await create()).value;
        return held;
      },
      forget: () => {
        held = null;
      },
    },
    now: () => 0,
    postcodeOf: () => null,
  };
  return { value, requests };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `7731048${10_000 + index}`);

describe('asking FedEx', () => {
  it('fetches a token with the account and asks with it for every scan', async () => {
    const { value, requests } = session({ body: '{"output":1}' });
    expect(await poll.fetch(['773104826152'], value)).toEqual([
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
        headers: { authorization: 'Bearer t1', 'x-locale': 'en_US' },
      },
    ]);
    expect(JSON.parse(requests[1]?.body ?? '')).toEqual({
      includeDetailedScans: true,
      trackingInfo: [{ trackingNumberInfo: { trackingNumber: '773104826152' } }],
    });
  });

  it('asks for at most thirty at once, under one token', async () => {
    const { value, requests } = session({});
    const found = await poll.fetch(numbers(65), value);
    expect(found.map((answer) => answer.numbers.length)).toEqual([30, 30, 5]);
    expect(found.flatMap((answer) => answer.numbers)).toEqual(numbers(65));
    expect(requests.filter((request) => request.url.endsWith('/oauth/token'))).toHaveLength(1);
  });

  it('fetches one fresh token when the held one has expired', async () => {
    const { value, requests } = session({ status: 401 }, { body: '{"fine":true}' });
    expect((await poll.fetch(numbers(1), value))[0]?.body).toBe('{"fine":true}');
    const bearers = requests.map((request) => request.headers?.authorization).filter(Boolean);
    expect(bearers).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it('gives up on the credentials when the fresh token is refused too', async () => {
    const { value, requests } = session({ status: 401 });
    await expect(poll.fetch(numbers(1), value)).rejects.toBeInstanceOf(CredentialsRefused);
    expect(requests).toHaveLength(4);
  });

  it('tells how long to wait when there were too many requests', async () => {
    const { value } = session({ status: 429, headers: { 'retry-after': '12' } });
    const failure = await poll.fetch(numbers(1), value).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RateLimited);
    expect(failure).toMatchObject({ retryAfterMs: 12_000 });
  });

  it('names the other failures by what to do about them', async () => {
    const failing = (status: number) => poll.fetch(numbers(1), session({ status }).value);
    await expect(failing(403)).rejects.toBeInstanceOf(CredentialsRefused);
    await expect(failing(404)).rejects.toBeInstanceOf(RequestRefused);
    await expect(failing(503)).rejects.toBeInstanceOf(CarrierUnavailable);
  });

  it('does not take an answer without token for one', async () => {
    const { value } = session({});
    const http = async () => ({ status: 200, headers: {}, body: '<html>maintenance</html>' });
    await expect(poll.fetch(numbers(1), { ...value, http })).rejects.toBeInstanceOf(CarrierUnavailable);
  });
});
