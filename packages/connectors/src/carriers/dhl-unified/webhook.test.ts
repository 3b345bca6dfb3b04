import { describe, expect, it } from 'vitest';
import { webhook } from './webhook.ts';

const token = 'kD3v9sQ0mB7yLx2f';
const body = new TextEncoder().encode('{"shipments":[]}');

/** [what, headers, settings, reason; null when the push is accepted] */
const cases = [
  ['the token in the default header', { 'dhl-push-token': token }, {}, null],
  ['the token in the header the account chose', { 'x-our-own': token }, { webhookHeader: 'X-Our-Own' }, null],
  [
    'another token',
    { 'dhl-push-token': 'kD3v9sQ0mB7yLx2g' },
    {},
    'The header dhl-push-token contains a different token.',
  ],
  [
    'a token cut short',
    { 'dhl-push-token': token.slice(0, -1) },
    {},
    'The header dhl-push-token contains a different token.',
  ],
  [
    'a token with a suffix',
    { 'dhl-push-token': `${token} ` },
    {},
    'The header dhl-push-token contains a different token.',
  ],
  ['no header', {}, {}, 'The header dhl-push-token is missing.'],
  ['an empty header', { 'dhl-push-token': '' }, {}, 'The header dhl-push-token is missing.'],
  [
    'the token in a header not chosen',
    { 'dhl-push-token': token },
    { webhookHeader: 'X-Our-Own' },
    'The header x-our-own is missing.',
  ],
  [
    'an account without token',
    { 'dhl-push-token': '' },
    { webhookToken: '' },
    'The account has no webhookToken.',
  ],
] as const;

describe('a push of DHL', () => {
  for (const [what, headers, settings, reason] of cases) {
    it(`with ${what} is ${reason === null ? 'accepted' : 'refused'}`, () => {
      const account = { settings: { webhookToken: token, ...settings }, now: () => 0 };
      const verdict = webhook.verify({ headers, body }, account);
      expect(verdict).toEqual(reason === null ? { ok: true } : { ok: false, reason });
    });
  }
  it('repeats no secret in its reason', () => {
    const account = { settings: { webhookToken: token }, now: () => 0 };
    const verdict = webhook.verify({ headers: { 'dhl-push-token': 'guessed-token-1' }, body }, account);
    expect(JSON.stringify(verdict)).not.toContain(token);
    expect(JSON.stringify(verdict)).not.toContain('guessed-token-1');
  });
});
