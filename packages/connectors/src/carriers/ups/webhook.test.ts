import { describe, expect, it } from 'vitest';
import type { TokenRequest, WebhookAccount } from '../../_kit/index.ts';
import { webhook } from './webhook.ts';

const settings = {
  webhookClientId: 'track-alert',
  webhookClientSecret: 'shown-to-ups-once',
  webhookSecret: 'never-leaves-us',
};
const start = Date.UTC(2026, 5, 1);
const at = (ms: number, others: Record<string, string> = {}): WebhookAccount => ({
  settings: { ...settings, ...others },
  now: () => ms,
});
const account = at(start);
const body = new Uint8Array();
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
const asked: TokenRequest = {
  headers: basic('track-alert:shown-to-ups-once'),
  form: { grant_type: 'client_credentials' },
};

function issue(request: TokenRequest, of = account) {
  const answer = webhook.issueToken?.(request, of);
  if (answer === undefined) throw new Error('UPS fetches tokens, so the webhook must issue them');
  return answer;
}

function tokenOf(request = asked): string {
  const answer = issue(request);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.accessToken;
}

describe('a token for UPS', () => {
  it('is issued for an hour to the configured client', () => {
    expect(issue(asked)).toMatchObject({ ok: true, expiresInSeconds: 3_600 });
  });

  it('is issued to a client that authenticates in the form', () => {
    const form = { ...asked.form, client_id: 'track-alert', client_secret: 'shown-to-ups-once' };
    expect(issue({ headers: {}, form }).ok).toBe(true);
  });

  const refusals: [string, TokenRequest, RegExp][] = [
    ['a wrong secret', { ...asked, headers: basic('track-alert:guess') }, /client id or secret/],
    ['a wrong id', { ...asked, headers: basic('other:shown-to-ups-once') }, /client id or secret/],
    ['a truncated secret', { ...asked, headers: basic('track-alert:shown-to-ups') }, /client id or secret/],
    ['an incomplete pair', { ...asked, headers: basic('track-alert') }, /No client id/],
    ['no client', { ...asked, headers: {} }, /No client id/],
    ['another grant', { ...asked, form: { grant_type: 'password' } }, /grant_type/],
  ];
  for (const [why, request, reason] of refusals) {
    it(`is refused for ${why}`, () =>
      expect(issue(request)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) }));
  }

  it('is refused by an account without webhook settings', () => {
    expect(issue(asked, at(start, { webhookClientId: '' }))).toMatchObject({ ok: false });
  });
});

describe('a push of version 2', () => {
  const verify = (headers: Record<string, string>, of = account) => webhook.verify({ headers, body }, of);
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('is accepted with an issued token', () => {
    expect(verify(bearer(tokenOf()))).toEqual({ ok: true });
    expect(verify({ ...bearer(tokenOf()), 'x-api-key': 'track-alert' })).toEqual({ ok: true });
  });

  it('is refused after the token has expired', () => {
    const token = bearer(tokenOf());
    expect(verify(token, at(start + 3_599_000))).toEqual({ ok: true });
    expect(verify(token, at(start + 3_600_000))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/expired/),
    });
  });

  it('is refused when the expiry in the token was changed', () => {
    const [end, signature] = tokenOf().split('.');
    const moved = `${Number(end) + 86_400}.${signature}`;
    expect(verify(bearer(moved))).toMatchObject({ ok: false, reason: expect.stringMatching(/signed/) });
  });

  it('is refused with a token of another account', () => {
    const other = at(start, { webhookSecret: 'of-another-account' });
    expect(verify(bearer(tokenOf()), other)).toMatchObject({ ok: false });
  });

  it('is refused with another client id and a valid token', () => {
    const verdict = verify({ ...bearer(tokenOf()), 'x-api-key': 'other' });
    expect(verdict).toMatchObject({ ok: false, reason: expect.stringMatching(/x-api-key/) });
  });

  for (const token of ['', 'x', '1.', '.abc', '9999999999.', 'never-leaves-us']) {
    it(`is refused with the token ${JSON.stringify(token)}`, () =>
      expect(verify(bearer(token)).ok).toBe(false));
  }

  it('is refused with a truncated token', () => {
    expect(verify(bearer(tokenOf().slice(0, -1))).ok).toBe(false);
  });

  it('is refused with an invalid token although the credential is valid', () => {
    expect(verify({ ...bearer('1.x'), credential: 'never-leaves-us' }).ok).toBe(false);
  });
});

describe('a push of version 1', () => {
  const verify = (headers: Record<string, string>, of = account) => webhook.verify({ headers, body }, of);

  it('is accepted with the configured credential', () => {
    expect(verify({ credential: 'never-leaves-us' })).toEqual({ ok: true });
  });

  for (const credential of ['', 'never-leaves', 'never-leaves-us ', 'NEVER-LEAVES-US']) {
    it(`is refused with the credential ${JSON.stringify(credential)}`, () =>
      expect(verify({ credential }).ok).toBe(false));
  }

  it('is refused without any proof', () => {
    expect(verify({})).toMatchObject({ ok: false, reason: expect.stringMatching(/Neither/) });
  });

  it('is refused by an account without a secret', () => {
    expect(verify({ credential: '' }, at(start, { webhookSecret: '' })).ok).toBe(false);
  });
});
