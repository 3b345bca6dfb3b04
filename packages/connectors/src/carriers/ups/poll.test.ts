import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../_kit/index.ts';
import { inTurn, makePollSession } from '../../_kit/testing/poll-session.ts';
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

function ups(answers: HttpAnswer[], extra: Record<string, string> = {}) {
  return makePollSession({ settings: { ...settings, ...extra }, respond: inTurn(...answers) });
}

describe('a poll of UPS', () => {
  it('fetches one token and makes one request for each number', async () => {
    const { session, requests } = ups([token('t1'), json(200, { a: 1 }), json(200, { b: 2 })]);
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

  it('authenticates and sends the headers that UPS requires', async () => {
    const { session, requests } = ups([token('t1'), json(200, {})], { accountNumber: 'A1B2C3' });
    await poll.fetch([number], session);
    const [first, second] = requests;
    expect(first?.headers).toMatchObject({ authorization: 'Basic bWU6c2VjcmV0', 'x-merchant-id': 'A1B2C3' });
    expect(first?.body).toBe('grant_type=client_credentials');
    expect(second?.headers).toMatchObject({ authorization: 'Bearer t1', transactionSrc: 'milepost' });
    expect(second?.headers?.transId).toContain(number);
    expect(second?.url).toContain('locale=en_US');
  });

  it('fetches one fresh token when the first is refused', async () => {
    const answers = [token('old'), refusal(401, '251004'), token('new'), json(200, { ok: true })];
    const { session, requests } = ups(answers);
    expect(await poll.fetch([number], session)).toMatchObject([{ body: '{"ok":true}' }]);
    expect(requests.at(-1)?.headers?.authorization).toBe('Bearer new');
  });

  it('returns an answer about a number, whatever its status', async () => {
    for (const [status, code] of [
      [404, 'TW0001'],
      [400, 'TV1002'],
    ] as const) {
      const { session } = ups([token('t'), refusal(status, code)]);
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
    ['an unknown path', [token('a'), refusal(404, '404')], 'RequestRefused'],
    ['a request without transaction id', [token('a'), refusal(400, 'VSS002')], 'RequestRefused'],
    ['an outage', [token('a'), refusal(503, '10004')], 'CarrierUnavailable'],
    ['a token answer without token', [json(200, { token_type: 'Bearer' })], 'CarrierUnavailable'],
    ['a token answer that is not JSON', [{ status: 200, headers: {}, body: '<html>' }], 'CarrierUnavailable'],
  ];
  for (const [why, answers, name] of failures) {
    it(`maps ${why} to ${name}`, async () => {
      const { session } = ups(answers);
      await expect(poll.fetch([number], session)).rejects.toMatchObject({ name });
    });
  }

  it('reports Retry-After after too many requests', async () => {
    const tooMany = { ...refusal(429, '10429'), headers: { 'retry-after': '7' } };
    const { session } = ups([token('a'), tooMany]);
    await expect(poll.fetch([number], session)).rejects.toMatchObject({
      name: 'RateLimited',
      retryAfterMs: 7_000,
    });
  });
});
