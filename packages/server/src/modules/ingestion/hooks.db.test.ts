import { beforeAll, describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../platform/database/database.ts';
import { Overloaded } from '../../platform/http/overloaded.ts';
import { forEachEngine } from '../../testing/engines.ts';
import { carrierSecret, type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';

const mebibyte = 1024 * 1024;

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let path: string;

  const newAccount = async (carrier: string): Promise<string> => {
    const body = {
      carrier,
      name: 'Main',
      settings: carrier === 'toy' ? { webhookSecret: carrierSecret } : {},
    };
    const { id } = (await world.ask('POST', '/v1/carrier-accounts', { body })).json();
    const [row] = await database().query<{ token: string }>(
      'select hook_token as token from account where id = $1',
      [id],
    );
    return `/hooks/${row?.token}`;
  };
  const push = (body: unknown, headers: Record<string, string> = {}, to = path) =>
    world.ask('POST', to, { body, key: null, headers: { 'toy-secret': carrierSecret, ...headers } });
  const kept = (id: string) =>
    database().query<{ headers: Record<string, string>; body: Uint8Array; content_type: string | null }>(
      'select headers, body, content_type from raw_message where id = $1',
      [id],
    );

  beforeAll(async () => {
    world = await makeHttpWorld(database());
    path = await newAccount('toy');
  });

  describe('a pushed message', () => {
    it('is kept verbatim and answered with 200; a repetition is counted', async () => {
      const body = '{"number":"TOY1PUSH1",  "events":[]}';
      const first = await push(body, { 'content-type': 'application/json' });
      expect(first.statusCode).toBe(200);
      expect(first.json()).toMatchObject({ repeated: false });
      expect((await push(body)).json()).toMatchObject({ repeated: true });
      const [row] = await kept(first.json().id);
      expect(Buffer.from(row?.body ?? []).toString()).toBe(body);
      expect(row?.content_type).toBe('application/json');
    });

    it('is kept without the sender’s credentials', async () => {
      const headers = {
        authorization: 'Bearer abc',
        cookie: 'session=1',
        'x-api-key': 'abc',
        'x-signature-256': 'abc',
        credential: 'abc',
        'x-request-id': 'harmless',
      };
      const { id } = (await push('{"number":"TOY1PUSH2","events":[]}', headers)).json();
      const [row] = await kept(id);
      expect(row?.headers).toMatchObject({ 'x-request-id': 'harmless' });
      expect(JSON.stringify(row?.headers)).not.toMatch(/abc|session|secret of the carrier/);
    });

    it.each([
      ['xml', '<a/>', 'text/xml'],
      ['half a JSON document', '{"number":"TOY1', 'application/json'],
      ['binary bytes', Buffer.from([0xff, 0xfe, 0x00, 0x80]), 'application/octet-stream'],
      ['an invalid content type', '{}', 'nonsense'],
      ['deep nesting', '['.repeat(100_000), 'application/json'],
      ['a poisoned prototype', '{"__proto__":{"admin":true}}', 'application/json'],
      ['SQL and HTML', `'; drop table shipment; --<script>alert(1)</script>`, 'text/plain'],
    ])('of %s is kept too, for the review queue', async (_what, body, type) => {
      const answer = await push(body, { 'content-type': type });
      expect(answer.statusCode).toBe(200);
      await world.toy.processInbox();
      const entries = await database().query('select 1 from review_entry where raw_message_id = $1', [
        answer.json().id,
      ]);
      expect(entries).toHaveLength(1);
    });

    it.each([
      { what: 'without proof', status: 401, code: 'signature_refused', proof: '', body: 'x' },
      { what: 'with a wrong proof', status: 401, code: 'signature_refused', proof: 'wrong', body: 'x' },
      { what: 'without body', status: 400, code: 'empty_body', proof: carrierSecret, body: '' },
      {
        what: 'of two mebibytes',
        status: 413,
        code: 'body_too_large',
        proof: carrierSecret,
        body: 'x'.repeat(2 * mebibyte),
      },
    ])('$what is refused with $status and not kept', async ({ status, code, proof, body }) => {
      const before = await database().query('select count(*)::int as count from raw_message');
      const answer = await push(body, { 'toy-secret': proof });
      expect(answer.json()).toMatchObject({ status, code });
      expect(await database().query('select count(*)::int as count from raw_message')).toEqual(before);
    });

    it('is refused with the name of the header that failed', async () => {
      expect((await push('x', { 'toy-secret': 'wrong' })).json().detail).toContain('toy-secret');
    });

    it('to an unknown address is refused with one and the same text', async () => {
      const tokens = ['AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'short', "'; drop table x; --", 'x'.repeat(90)];
      const answers = await Promise.all(
        tokens.map((token) => push('x', {}, `/hooks/${encodeURIComponent(token)}`)),
      );
      expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
      expect(answers[0]?.json()).toMatchObject({ status: 404, code: 'unknown_hook' });
    });

    it('for a carrier that does not push is refused', async () => {
      const answer = await push('x', {}, await newAccount('partner'));
      expect(answer.json()).toMatchObject({ status: 404, code: 'carrier_does_not_push' });
    });

    it('to a removed account is refused at once by the process that removed it', async () => {
      const body = { carrier: 'toy', name: 'Gone', settings: { webhookSecret: carrierSecret } };
      const { id, hookUrl } = (await world.ask('POST', '/v1/carrier-accounts', { body })).json();
      const gone = new URL(hookUrl).pathname;
      expect((await push('{"a":1}', {}, gone)).statusCode).toBe(200);
      await world.ask('DELETE', `/v1/carrier-accounts/${id}`);
      expect((await push('{"a":2}', {}, gone)).statusCode).toBe(404);
    });
  });

  describe('a message that cannot be kept', () => {
    it.each([
      ['the inbox is full', new Overloaded('Too many messages wait to be processed.', 5), 'inbox_full', '5'],
      ['the database is away', new DatabaseUnavailable('gone'), 'database_unavailable', '2'],
    ])('because %s is answered with Retry-After', async (_why, failure, code, retryAfter) => {
      const receive = () => Promise.reject(failure);
      const full = await makeHttpWorld(database(), { receiver: { receive } });
      const account = { carrier: 'toy', name: 'Main', settings: { webhookSecret: carrierSecret } };
      const { hookUrl } = (await full.ask('POST', '/v1/carrier-accounts', { body: account })).json();
      const answer = await full.ask('POST', new URL(hookUrl).pathname, {
        body: '{}',
        key: null,
        headers: { 'toy-secret': carrierSecret },
      });
      expect(answer.json()).toMatchObject({ status: 503, code });
      expect(answer.headers['retry-after']).toBe(retryAfter);
    });
  });

  describe('a token request', () => {
    const fetchToken = (form: string) =>
      world.ask('POST', `${path}/oauth/token`, {
        body: form,
        key: null,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });

    it('is granted with the right secret', async () => {
      const answer = await fetchToken(
        `grant_type=client_credentials&client_secret=${encodeURIComponent(carrierSecret)}`,
      );
      expect(answer.json()).toEqual({ access_token: 'token', token_type: 'Bearer', expires_in: 60 });
      expect(answer.headers['cache-control']).toBe('no-store');
    });

    it.each([
      ['another secret', 'grant_type=client_credentials&client_secret=x', 401, 'invalid_client'],
      ['another grant', 'grant_type=password', 400, 'unsupported_grant_type'],
      ['nothing', '', 400, 'unsupported_grant_type'],
    ])('is refused for %s in the form of RFC 6749', async (_what, form, status, error) => {
      const answer = await fetchToken(form);
      expect([answer.statusCode, answer.json().error]).toEqual([status, error]);
    });
  });
});
