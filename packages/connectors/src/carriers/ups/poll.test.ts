import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest, PollSession } from '../../_kit/index.ts';
import { poll } from './poll.ts';

const settings = { clientId: 'me', clientSecret: 'secret', baseUrl: 'https://ups.test', locale: 'en_US' };
const number = '1Z7R4W190300418826';
const json = (status: number, value: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
const token = (value: string) => json(200, { access_token: value, expires_in: '14399' });
const refusal = (status: number, code: string) =>
  json(status, { response: { errors: [{ code, message: 'No.' }] } });

/** A session whose carrier gives the answers in turn, and a token cache that keeps what it gets. */
function sessionWith(answers: HttpAnswer[], extra: Record<string, string> = {}) {
  const requests: HttpRequest[] = [];
  let kept: string | null = null;
  const session: PollSession = {
    settings: { ...settings, ...extra },
    http: async (request) => {
      requests.push(request);
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`no answer left for ${request.url}`);
      return answer;
    },
    token: {
      get: async (create) => {
        kept ??= (await create()).value;
        return kept;
      },
      forget: () => {
        kept = null;
      },
    },
    now: () => Date.UTC(2026, 5, 1),
    postcodeOf: () => null,
  };
  return { session, requests };
}

describe('asking UPS', () => {
  it('fetches one token and asks for one number a call', async () => {
    const { session, requests } = sessionWith([token('t1'), json(200, { a: 1 }), json(200, { b: 2 })]);
    const answers = await poll.fetch([number, '1Z3K5H770391100252'], session);
    expect(answers.map((answer) => [answer.numbers, answer.body])).toEqual([
      [[number], '{"a":1}'],
      [['1Z3K5H770391100252'], '{"b":2}'],
    ]);
    expect(requests.map((request) => `${request.method} ${request.url.split('?')[0]}`)).toEqual([
      'POST https://ups.test/security/v1/oauth/token',
      `GET https://ups.test/api/track/v1/details/${number}`,
      'GET https://ups.test/api/track/v1/details/1Z3K5H770391100252',
    ]);
  });

  it('proves itself and sends the headers UPS insists on', async () => {
    const { session, requests } = sessionWith([token('t1'), json(200, {})], { accountNumber: 'A1B2C3' });
    await poll.fetch([number], session);
    const [first, second] = requests;
    expect(first?.headers).toMatchObject({ authorization: 'Basic bWU6c2VjcmV0', 'x-merchant-id': 'A1B2C3' });
    expect(first?.body).toBe('grant_type=client_credentials');
    expect(second?.headers).toMatchObject({ authorization: 'Bearer t1', transactionSrc: 'milepost' });
    expect(second?.headers?.transId).toContain(number);
    expect(second?.url).toContain('locale=en_US');
  });

  it('fetches a fresh token once when the first is refused', async () => {
    const answers = [token('old'), refusal(401, '251004'), token('new'), json(200, { ok: true })];
    const { session, requests } = sessionWith(answers);
    expect(await poll.fetch([number], session)).toMatchObject([{ body: '{"ok":true}' }]);
    expect(requests.at(-1)?.headers?.authorization).toBe('Bearer new');
  });

  it('keeps what UPS says of a number, whatever status it comes with', async () => {
    for (const [status, code] of [
      [404, 'TW0001'],
      [400, 'TV1002'],
    ] as const) {
      const { session } = sessionWith([token('t'), refusal(status, code)]);
      expect((await poll.fetch([number], session))[0]?.body).toContain(code);
    }
  });

  /** [why, answers, name of the error] */
  const failures: [string, HttpAnswer[], string][] = [
    ['a wrong client', [refusal(401, '10401')], 'CredentialsRefused'],
    [
      'a token refused twice',
      [token('a'), refusal(401, '250002'), token('b'), refusal(401, '250002')],
      'CredentialsRefused',
    ],
    ['a blocked merchant', [token('a'), refusal(403, '403')], 'CredentialsRefused'],
    ['a path that is not there', [token('a'), refusal(404, '404')], 'RequestRefused'],
    ['a request without transaction id', [token('a'), refusal(400, 'VSS002')], 'RequestRefused'],
    ['an outage', [token('a'), refusal(503, '10004')], 'CarrierUnavailable'],
    ['a token answer without token', [json(200, { token_type: 'Bearer' })], 'CarrierUnavailable'],
    ['a token answer that is no JSON', [{ status: 200, headers: {}, body: '<html>' }], 'CarrierUnavailable'],
  ];
  for (const [why, answers, name] of failures) {
    it(`turns ${why} into ${name}`, async () => {
      const { session } = sessionWith(answers);
      await expect(poll.fetch([number], session)).rejects.toMatchObject({ name });
    });
  }

  it('passes on how long to wait after too many requests', async () => {
    const tooMany = { ...refusal(429, '10429'), headers: { 'retry-after': '7' } };
    const { session } = sessionWith([token('a'), tooMany]);
    await expect(poll.fetch([number], session)).rejects.toMatchObject({
      name: 'RateLimited',
      retryAfterMs: 7_000,
    });
  });
});
