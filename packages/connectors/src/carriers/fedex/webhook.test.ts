import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { webhook } from './webhook.ts';

const secret = 'A-token-typed-in-at-the-portal-1';
const body = new TextEncoder().encode('{"output":{"completeTrackResults":[]}}');
const mac = createHmac('sha256', secret).update(body).digest();
const base64 = mac.toString('base64');
const hex = mac.toString('hex');

function verdict(
  signature: string | undefined,
  settings: Record<string, string> = { webhookSecret: secret },
) {
  return webhook.verify({ headers: { 'fdx-signature': signature }, body }, { settings, now: () => 0 });
}

describe('the signature of a push', () => {
  for (const [spelling, signature] of Object.entries({ base64, hex, upperHex: hex.toUpperCase() })) {
    it(`is accepted as ${spelling}`, () => expect(verdict(signature)).toEqual({ ok: true }));
  }

  const wrong: Record<string, string> = {
    'of another secret': createHmac('sha256', 'other').update(body).digest('base64'),
    'of another body': createHmac('sha256', secret).update('{}').digest('base64'),
    'cut short': base64.slice(0, -4),
    'cut short in hexadecimal': hex.slice(0, 32),
    'in lower case though base64': base64.toLowerCase(),
    'with a suffix': `${base64}=`,
  };
  for (const [how, signature] of Object.entries(wrong)) {
    it(`is refused ${how}`, () =>
      expect(verdict(signature)).toEqual({
        ok: false,
        reason: 'The header fdx-signature does not match the body.',
      }));
  }

  it('is required', () => {
    const missing = { ok: false, reason: 'The header fdx-signature is missing.' };
    expect(verdict(undefined)).toEqual(missing);
    expect(verdict('  ')).toEqual(missing);
  });

  it('is refused without a secret', () => {
    const unset = { ok: false, reason: 'The account has no webhookSecret.' };
    expect(verdict(base64, {})).toEqual(unset);
    const bySecretOfNothing = createHmac('sha256', '').update(body).digest('base64');
    expect(verdict(bySecretOfNothing, { webhookSecret: '' })).toEqual(unset);
  });
});
