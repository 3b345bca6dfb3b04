/**
 * Senders disagree on what acknowledges a push. Each toy has the shape of a real one; the names are theirs.
 */
import {
  type Carrier,
  equalInConstantTime,
  hmacSha256,
  type Verdict,
  type Webhook,
} from '@milepost/connectors';
import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';
import { toyCarrier } from '../../testing/toy-carrier.ts';

const accepted: Verdict = { ok: true };
const refused: Verdict = { ok: false, reason: 'The proof is missing or wrong.' };
const secret = 'the secret of the shop';

/** Signs the body. Its ping is form-encoded and unsigned, and only 200 counts as success. */
const woocommerce: Webhook = {
  verify: ({ headers, body }) => {
    const expected = hmacSha256(secret, body).toString('base64');
    return equalInConstantTime(headers['x-wc-webhook-signature'] ?? '', expected) ? accepted : refused;
  },
  setUpPing: {
    recognises: ({ body }) => /^webhook_id=\d+$/.test(Buffer.from(body).toString('latin1')),
    answer: { contentType: 'text/plain; charset=utf-8', body: '' },
  },
};

/** Signs nothing, and checks the address by GET. */
const inpost: Webhook = {
  verify: () => accepted,
  addressCheck: { contentType: 'text/plain; charset=utf-8', body: 'OK' },
};

/** A phone that logs in, and reads the answer as a list of commands. */
const owntracks: Webhook = {
  verify: ({ headers }) =>
    headers.authorization === `Basic ${Buffer.from('van-7:open').toString('base64')}` ? accepted : refused,
  acknowledgement: { contentType: 'application/json; charset=utf-8', body: '[]' },
};

/** Sends the message as a query string, and repeats it until the answer is XML with the id of the push. */
const dpd: Webhook = {
  verify: () => accepted,
  messageIn: 'query',
  acknowledgement: {
    contentType: 'text/xml; charset=utf-8',
    body: ({ query }) => {
      const id = new URLSearchParams(query).get('pushid') ?? '';
      return `<push><pushid>${id.replaceAll(/\D/g, '')}</pushid><status>OK</status></push>`;
    },
  },
};

/** Echoes a challenge of the check, and answers with another status of 2xx. */
const challenger: Webhook = {
  verify: () => accepted,
  addressCheck: ({ query }) => ({
    status: 201,
    contentType: 'text/plain',
    body: new URLSearchParams(query).get('challenge') ?? '',
  }),
  acknowledgement: { status: 204, contentType: 'text/plain', body: '' },
};

const fails = (): never => {
  throw new Error('The connector failed.');
};
const failing: Webhook = {
  verify: () => accepted,
  addressCheck: fails,
  setUpPing: { recognises: fails, answer: { contentType: 'text/plain', body: '' } },
  acknowledgement: { contentType: 'text/plain', body: fails },
};

const webhooks = { woocommerce, inpost, owntracks, dpd, challenger, failing };
type ToyName = keyof typeof webhooks;
const carriers = new Map<string, Carrier>(
  Object.entries(webhooks).map(([name, webhook]) => [name, { ...toyCarrier(name), webhook }]),
);

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  const paths = new Map<string, string>();

  beforeAll(async () => {
    world = await makeHttpWorld(database(), { carriers });
    for (const carrier of carriers.keys()) {
      const account = await world.ask('POST', '/v1/carrier-accounts', {
        body: { carrier, name: 'Main', settings: {} },
      });
      paths.set(carrier, new URL(account.json().hookUrl).pathname);
    }
  });

  // Injected directly: `world.ask` compares answers with the schema of the default acknowledgement.
  const post = (name: ToyName, body: string, headers: Record<string, string> = {}) =>
    world.app.inject({ method: 'POST', url: paths.get(name) ?? '', payload: body, headers });
  const get = (name: ToyName, query = '') =>
    world.app.inject({ method: 'GET', url: `${paths.get(name)}${query}` });
  const keptCount = async () => {
    const [row] = await database().query<{ count: number }>('select count(*)::int as count from raw_message');
    return row?.count;
  };
  const bodyOf = async (content: string) =>
    database().query<{ content_type: string }>('select content_type from raw_message where body = $1', [
      Buffer.from(content),
    ]);

  describe('WooCommerce', () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const sign = (body: string) => ({
      'content-type': 'application/json',
      'x-wc-webhook-signature': hmacSha256(secret, body).toString('base64'),
    });

    it('has its unsigned ping answered with 200 and not kept', async () => {
      const before = await keptCount();
      expect((await post('woocommerce', 'webhook_id=61', form)).statusCode).toBe(200);
      expect(await keptCount()).toBe(before);
    });

    it('gets 200 for a signed push, which is kept', async () => {
      const body = '{"id":76}';
      const answer = await post('woocommerce', body, sign(body));
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({ repeated: false });
      expect(await bodyOf(body)).toHaveLength(1);
    });

    it('cannot get anything past the signature by imitating the ping', async () => {
      for (const body of ['webhook_id=61&x={"id":77}', '{"id":77}', 'webhook_id=']) {
        expect((await post('woocommerce', body, form)).statusCode, body).toBe(401);
      }
    });

    it('gets 404 for a GET, which it does not send', async () => {
      expect((await get('woocommerce')).json()).toMatchObject({ status: 404, code: 'carrier_does_not_push' });
    });
  });

  describe('InPost', () => {
    it('gets 200 when it checks the address by GET, and nothing is kept', async () => {
      const before = await keptCount();
      const answer = await get('inpost');
      expect([answer.statusCode, answer.body]).toEqual([200, 'OK']);
      expect((await get('inpost', '?probe=1')).statusCode).toBe(200);
      expect(await keptCount()).toBe(before);
    });

    it('gets 200 for a push', async () => {
      expect((await post('inpost', '{"event":"shipment_confirmed"}')).statusCode).toBe(200);
    });
  });

  describe('OwnTracks', () => {
    const login = { authorization: `Basic ${Buffer.from('van-7:open').toString('base64')}` };

    it('gets a JSON list', async () => {
      const answer = await post('owntracks', '{"_type":"location","lat":52.1}', login);
      expect([answer.statusCode, answer.headers['content-type'], answer.json()]).toEqual([
        200,
        'application/json; charset=utf-8',
        [],
      ]);
    });

    it('gets a problem, and not a list, without its login', async () => {
      expect((await post('owntracks', '{"_type":"location"}')).json()).toMatchObject({
        status: 401,
        code: 'signature_refused',
      });
    });
  });

  describe('DPD', () => {
    const query = 'pushid=4711&pnr=09981234567890&depot=0163&status=delivery_customer';

    it('pushes by GET: the query string is kept, and XML with the id of the push acknowledges it', async () => {
      const answer = await get('dpd', `?${query}`);
      expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([
        200,
        'text/xml; charset=utf-8',
        '<push><pushid>4711</pushid><status>OK</status></push>',
      ]);
      expect(await bodyOf(query)).toEqual([{ content_type: 'application/x-www-form-urlencoded' }]);
    });

    it('gets the same acknowledgement when it repeats a push', async () => {
      expect((await get('dpd', `?${query}`)).body).toContain('<status>OK</status>');
      expect(await bodyOf(query)).toHaveLength(1);
    });

    it('can push by POST too', async () => {
      const url = `${paths.get('dpd')}?pushid=4712&pnr=09981234567890`;
      const answer = await world.app.inject({ method: 'POST', url });
      expect(answer.body).toContain('<pushid>4712</pushid>');
    });

    it('gets 404 for a GET without a message', async () => {
      expect((await get('dpd')).statusCode).toBe(404);
      expect((await get('dpd', '?')).statusCode).toBe(404);
    });
  });

  it('lets a connector choose the status and echo a challenge', async () => {
    const check = await get('challenger', '?challenge=abc%20123');
    expect([check.statusCode, check.body]).toEqual([201, 'abc 123']);
    expect((await post('challenger', '{}')).statusCode).toBe(204);
  });

  it('keeps and acknowledges a push although the connector fails at the ping and the acknowledgement', async () => {
    const answer = await post('failing', '{"a":"failing"}');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ repeated: false });
    expect((await get('failing')).statusCode).toBe(404);
  });

  it('refuses a GET at an unknown address in the same words as a POST', async () => {
    const unknown = `/hooks/${'A'.repeat(32)}`;
    const answers = [
      await world.ask('GET', unknown, { key: null }),
      await world.ask('POST', unknown, { body: 'x', key: null }),
    ];
    expect(answers.map((answer) => answer.json().code)).toEqual(['unknown_hook', 'unknown_hook']);
  });
});
