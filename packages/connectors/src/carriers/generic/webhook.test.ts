import { Webhook as StandardWebhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import type { Push } from '../../_kit/index.ts';
import { carrier } from './manifest.ts';
import { webhook } from './webhook.ts';

const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;
const otherSecret = `whsec_${Buffer.from('another of the same size.').toString('base64')}`;
const now = Date.parse('2026-03-01T12:00:00Z');
const body = '{"trackingNumber":"ÄÖ-1","events":[]}';
const account = { settings: { webhookSecret: secret }, now: () => now };

interface Sent {
  at?: number;
  key?: string;
  headers?: Push['headers'];
  body?: string;
}

function sign(key: string, at: number, id = 'msg_1'): string {
  return new StandardWebhook(key).sign(id, new Date(at), body);
}

function push({ at = now, key = secret, headers = {}, body: sent = body }: Sent): Push {
  const signed = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': sign(key, at),
  };
  return { headers: { ...signed, ...headers }, body: Buffer.from(sent) };
}

const good = sign(secret, now);
const stale = `v1,${Buffer.alloc(32).toString('base64')}`;

describe('a push that is signed', () => {
  const cases: [what: string, sent: Sent][] = [
    ['now', {}],
    ['five minutes ago', { at: now - 300_000 }],
    ['by a clock five minutes ahead', { at: now + 300_000 }],
    [
      'with two secrets during a rotation',
      { headers: { 'webhook-signature': `${sign(otherSecret, now)} ${good}` } },
    ],
    ['in another version too', { headers: { 'webhook-signature': `v1a,c2lnbmF0dXJl ${good} v2,x` } }],
  ];
  for (const [what, sent] of cases) {
    it(`${what} is accepted`, () => expect(webhook.verify(push(sent), account)).toEqual({ ok: true }));
  }

  it('is accepted from the middle of a larger buffer', () => {
    const { headers } = push({});
    const larger = Buffer.from(`--${body}--`);
    const part = larger.subarray(2, larger.length - 2);
    expect(webhook.verify({ headers, body: part }, account)).toEqual({ ok: true });
  });
});

describe('a push is refused', () => {
  const cases: [what: string, sent: Sent, reason: RegExp][] = [
    ['with another secret', { key: otherSecret }, /signature does not match/],
    ['with another body', { body: `${body} ` }, /signature does not match/],
    ['with another id', { headers: { 'webhook-id': 'msg_2' } }, /signature does not match/],
    [
      'with another timestamp',
      { headers: { 'webhook-timestamp': String(now / 1000 - 1) } },
      /signature does not match/,
    ],
    [
      'with a truncated signature',
      { headers: { 'webhook-signature': good.slice(0, -4) } },
      /signature does not match/,
    ],
    ['with the signature of zeros', { headers: { 'webhook-signature': stale } }, /signature does not match/],
    [
      'with a signature without version',
      { headers: { 'webhook-signature': good.slice(3) } },
      /contains no signature of version v1/,
    ],
    [
      'with another version alone',
      { headers: { 'webhook-signature': 'v1a,c2lnbmF0dXJl' } },
      /contains no signature of version v1/,
    ],
    ['six minutes later', { at: now - 301_000 }, /five minutes old/],
    ['from the future', { at: now + 301_000 }, /five minutes ahead/],
    ['with a date for a timestamp', { headers: { 'webhook-timestamp': '2026-03-01' } }, /not a whole number/],
    ['without id', { headers: { 'webhook-id': undefined } }, /webhook-id is missing/],
    ['without timestamp', { headers: { 'webhook-timestamp': undefined } }, /webhook-timestamp is missing/],
    ['without signature', { headers: { 'webhook-signature': '' } }, /webhook-signature is missing/],
  ];
  for (const [what, sent, reason] of cases) {
    it(`${what}, and the reason contains no secret`, () => {
      const verdict = webhook.verify(push(sent), account);
      expect(verdict).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
      expect(JSON.stringify(verdict)).not.toContain(good.slice(3, 20));
    });
  }

  for (const webhookSecret of ['', 'whsec_', 'whsec_***', 'no base64 at all']) {
    it(`by an account whose secret is ${JSON.stringify(webhookSecret)}, without throwing`, () => {
      const verdict = webhook.verify(push({}), { settings: { webhookSecret }, now: () => now });
      expect(verdict.ok).toBe(false);
    });
    it(`and ${JSON.stringify(webhookSecret)} is not a valid setting`, () => {
      expect(carrier.manifest.settings.safeParse({ webhookSecret }).success).toBe(false);
    });
  }
});
