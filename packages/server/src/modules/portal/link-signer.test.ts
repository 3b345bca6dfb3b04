import { expect, it } from 'vitest';
import { createLinkSigner } from './link-signer.ts';

const signer = createLinkSigner(Buffer.alloc(32, 7));
const now = Date.UTC(2026, 2, 1);
const token = signer.sign('link', 'M1', now + 60_000);

it('accepts a token until it expires', () => {
  expect(signer.check('link', 'M1', { token, now })).toBe('valid');
  expect(signer.check('link', 'M1', { token, now: now + 59_000 })).toBe('valid');
  expect(signer.check('link', 'M1', { token, now: now + 60_000 })).toBe('expired');
});

const [expiry, signature = ''] = token.split('.');
it.each<[string, string]>([
  ['nothing', ''],
  ['a missing signature', `${expiry}.`],
  ['a later expiry under the old signature', `zzzzzz.${signature}`],
  ['a shorter signature', `${expiry}.${signature.slice(0, -4)}`],
  ['a longer signature', `${expiry}.${signature}AAAA`],
  ['a third part', `${token}.x`],
  ['an expiry that is not a number', `!.${signature}`],
])('refuses %s', (_, forged) => {
  expect(signer.check('link', 'M1', { token: forged, now })).toBe('invalid');
});

it('refuses a token of another shipment, purpose or key', () => {
  expect(signer.check('link', 'M2', { token, now })).toBe('invalid');
  expect(signer.check('cookie', 'M1', { token, now })).toBe('invalid');
  expect(createLinkSigner(Buffer.alloc(32, 8)).check('link', 'M1', { token, now })).toBe('invalid');
});

it('derives pseudonyms that do not reveal the text', () => {
  expect(signer.pseudonym('3SABC')).toBe(signer.pseudonym('3SABC'));
  expect(signer.pseudonym('3SABC')).not.toBe(signer.pseudonym('3SABD'));
  expect(signer.pseudonym('3SABC')).not.toContain('3SABC');
});
