import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../platform/database/database.ts';
import { CapturedMails } from '../../platform/mail/captured-mails.ts';
import { createMailDelivery } from '../../platform/mail/mail-delivery.ts';
import { openSmtp, type Smtp } from '../../platform/mail/open-smtp.ts';
import { forEachEngine } from '../../testing/engines.ts';
import { addTestPerson, Browser, testPassword } from '../../testing/http/browser.ts';
import { type HttpWorld, makeHttpWorld, peopleFor } from '../../testing/http/http-world.ts';
import { type Mailbox, openMailbox, tokenIn } from '../../testing/http/mailbox.ts';
import { totpCode } from '../../testing/http/totp.ts';
import { addWorkspace } from './store/workspaces.ts';

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let baseUrl: string;
  let mailbox: Mailbox;
  let smtp: Smtp;
  let now = Date.now();
  const clock = (): number => now;

  beforeAll(async () => {
    mailbox = await openMailbox();
    smtp = openSmtp({ url: mailbox.url, from: 'Milepost <parcels@shop.example>' });
    const notDemo = async (): Promise<boolean> => false;
    const mail = createMailDelivery({
      smtp,
      captured: new CapturedMails(),
      isCapturing: notDemo,
      now: clock,
    });
    world = await makeHttpWorld(database(), {
      ...peopleFor(database(), clock, { mail }),
      isCapturing: notDemo,
      now: clock,
    });
    baseUrl = await world.listen();
  });
  afterAll(async () => {
    await world.app.close();
    smtp.close();
    await mailbox.close();
  });

  const person = async (name: string): Promise<Browser> => {
    await addTestPerson(world, { email: `${name}@shop.example`, role: 'operations' });
    return new Browser(baseUrl);
  };
  const meOf = (browser: Browser) => browser.ask('GET', '/v1/me');

  describe('a session', () => {
    it('starts with e-mail address and password, and ends with signing out', async () => {
      const browser = await person('ada');
      expect((await meOf(browser)).status).toBe(401);
      const answer = await browser.signIn(' ADA@shop.example', testPassword);
      expect([answer.status, answer.json()]).toEqual([200, { twoFactorRedirect: false }]);
      expect((await meOf(browser)).json()).toMatchObject({
        person: { email: 'ada@shop.example', twoFactorEnabled: false },
        current: { role: 'operations', workspaceId: world.toy.workspaceId },
      });
      const kept = new Map(browser.cookies);
      expect((await browser.ask('POST', '/auth/sign-out')).status).toBe(204);
      expect(browser.cookies.size).toBe(0);
      for (const [name, value] of kept) browser.cookies.set(name, value);
      expect((await meOf(browser)).status).toBe(401);
    });

    it('can be ended when there is none', async () => {
      const browser = new Browser(baseUrl);
      expect((await browser.ask('POST', '/auth/sign-out')).status).toBe(204);
      expect((await browser.ask('POST', '/auth/revoke-sessions')).json().code).toBe('unauthenticated');
    });

    it('is a cookie that scripts cannot read, that other sites do not send, and that is sent by https only', async () => {
      const answer = await (await person('bea')).signIn('bea@shop.example', testPassword);
      const [cookie = ''] = answer.headers.getSetCookie();
      expect(cookie).toMatch(/^__Secure-milepost\.session_token=/);
      for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
      expect(answer.text).not.toContain('token');
    });

    it('is refused with a forged signature', async () => {
      const browser = await person('cem');
      await browser.signIn('cem@shop.example', testPassword);
      const [[name, value] = ['', '']] = browser.cookies;
      browser.cookies.set(name, `${value.split('.')[0]}.${'A'.repeat(43)}%3D`);
      expect((await meOf(browser)).status).toBe(401);
    });

    it('can be ended in every browser at once', async () => {
      const [here, there] = [await person('dan'), new Browser(baseUrl)];
      for (const browser of [here, there]) await browser.signIn('dan@shop.example', testPassword);
      expect((await meOf(there)).status).toBe(200);
      expect((await here.ask('POST', '/auth/revoke-sessions')).status).toBe(204);
      expect([(await meOf(here)).status, (await meOf(there)).status]).toEqual([401, 401]);
    });

    it.each([
      ['another site', { origin: 'https://evil.example' }],
      ['an opaque origin', { origin: 'null' }],
    ])('accepts no changes from a page of %s', async (_name, headers) => {
      const browser = await person('eve');
      const foreign = await browser.ask(
        'POST',
        '/auth/sign-in/email',
        { email: 'eve@shop.example', password: testPassword },
        headers,
      );
      expect(foreign.json()).toMatchObject({ status: 403, code: 'origin_refused' });
      await browser.signIn('eve@shop.example', testPassword);
      const body = { carrier: 'toy', trackingNumber: `TOY1${Date.now()}` };
      expect((await browser.ask('POST', '/v1/shipments', body, headers)).json().code).toBe('origin_refused');
      expect((await browser.ask('POST', '/v1/shipments', body)).status).toBe(201);
    });

    it('works in the workspace that the request names, and in no other person’s workspace', async () => {
      const [second, foreign] = [v7(), v7()];
      for (const id of [second, foreign])
        await addWorkspace(database(), { id, slug: `w-${id}`.slice(0, 40), name: 'Other' });
      const browser = await person('fay');
      await addTestPerson(world, { email: 'fay@shop.example', role: 'viewer', workspaceId: second });
      await browser.signIn('fay@shop.example', testPassword);
      expect((await meOf(browser)).json().workspaces).toHaveLength(2);
      browser.workspaceId = second;
      expect((await meOf(browser)).json().current).toMatchObject({ role: 'viewer', workspaceId: second });
      expect((await browser.ask('GET', '/v1/events')).json().code).toBe('scope_missing');
      for (const id of [foreign, v7(), 'x']) {
        browser.workspaceId = id;
        expect((await browser.ask('GET', '/v1/shipments')).json()).toMatchObject({ code: 'not_a_member' });
      }
    });
  });

  it.each<[string, object, string]>([
    [
      '/auth/reset-password',
      { token: 'x'.repeat(24), newPassword: 'long enough to be taken' },
      'link_invalid',
    ],
    ['/auth/reset-password', { token: '', newPassword: 'long enough to be taken' }, 'invalid_request'],
    ['/auth/two-factor/verify-totp', { code: "'; drop table person; --" }, 'sign_in_expired'],
    ['/auth/two-factor/verify-backup-code', { code: '💥' }, 'sign_in_expired'],
    ['/auth/sign-in/email', { email: 'a@b.example', password: '' }, 'sign_in_refused'],
    ['/auth/sign-in/email', { email: { $ne: '' }, password: 'x' }, 'invalid_request'],
    [
      '/auth/sign-in/email',
      { email: 'a@b.example', password: 'x', callbackURL: '//evil' },
      'invalid_request',
    ],
    ['/auth/request-password-reset', { email: 'no address' }, 'invalid_request'],
    [
      '/v1/invitations/accept',
      { token: 'x', name: ' ', password: 'long enough to be taken' },
      'invalid_request',
    ],
    ['/v1/invitations/show', { token: '../../x' }, 'link_invalid'],
    [
      '/v1/first-run',
      { code: 'x', email: 'a@b.example', name: 'A', password: 'long enough to be taken' },
      'code_refused',
    ],
  ])('%s refuses %j with %s', async (path, body, code) => {
    expect((await new Browser(baseUrl).ask('POST', path, body)).json().code).toBe(code);
  });

  it('behind a trusted proxy, attempts are counted by the address that it forwards', async () => {
    const behind = await makeHttpWorld(database(), { trustedProxies: '127.0.0.1' });
    try {
      const statusOf = async (address: string, email: string): Promise<number> => {
        const answer = await behind.app.inject({
          method: 'POST',
          url: '/auth/request-password-reset',
          headers: { origin: 'https://milepost.example', 'x-forwarded-for': address },
          payload: { email },
        });
        return answer.statusCode;
      };
      const statuses: number[] = [];
      for (let count = 0; count < 21; count++) {
        statuses.push(await statusOf('192.0.2.1', `n${count}@shop.example`));
      }
      expect(statuses).toEqual([...Array.from({ length: 20 }, () => 202), 429]);
      expect(await statusOf('192.0.2.2', 'other@shop.example')).toBe(202);
      expect(await statusOf('evil, 192.0.2.1', 'other@shop.example')).toBe(429);
      await behind.deps.people.background.drain();
    } finally {
      await behind.app.close();
    }
  });

  it('an unavailable database does not end sessions', async () => {
    const browser = await person('quy');
    await browser.signIn('quy@shop.example', testPassword);
    const fail = async (): Promise<never> => {
      throw new DatabaseUnavailable('The database is not available.');
    };
    const lost = { ...database(), query: fail, transaction: fail };
    const { people } = peopleFor(lost, clock, { warn: () => undefined });
    const without = await makeHttpWorld(database(), { people });
    try {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const me = await without.app.inject({ url: '/v1/me', headers: { cookie } });
      expect(me.json()).toMatchObject({ status: 503, code: 'database_unavailable' });
      const signIn = await without.app.inject({
        method: 'POST',
        url: '/auth/sign-in/email',
        headers: { origin: 'https://milepost.example' },
        payload: { email: 'quy@shop.example', password: testPassword },
      });
      expect(signIn.json()).toMatchObject({ status: 503, code: 'database_unavailable' });
    } finally {
      await without.app.close();
    }
  });

  it('the live stream accepts a session, with the workspace in the query, and ends with the session', async () => {
    const browser = await person('pia');
    await browser.signIn('pia@shop.example', testPassword);
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const listen = (workspace: string) =>
      fetch(`${baseUrl}/v1/stream?workspace=${workspace}`, { headers: { cookie } });
    expect((await listen(v7())).status).toBe(403);
    const stream = await listen(world.toy.workspaceId);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    await browser.ask('POST', '/auth/sign-out');
    // The server checks the session at each heartbeat and ends the stream when it is no longer valid.
    expect(await stream.text()).toContain('connected');
  });

  describe('whether an account exists', () => {
    const shown = ({ status, text, headers }: Awaited<ReturnType<Browser['ask']>>) => ({
      status,
      text,
      headers: [...headers].filter(([name]) => name !== 'date'),
    });

    it('is not revealed by signing in', async () => {
      await person('gus');
      const known = await new Browser(baseUrl).signIn('gus@shop.example', 'not the password');
      const unknown = await new Browser(baseUrl).signIn('unknown@shop.example', 'not the password');
      expect(known.json()).toMatchObject({ status: 401, code: 'sign_in_refused' });
      expect(shown(unknown)).toEqual(shown(known));
    });

    it('is not revealed by requesting a new password', async () => {
      await person('hal');
      const ask = (email: string) =>
        new Browser(baseUrl).ask('POST', '/auth/request-password-reset', { email });
      const before = mailbox.count;
      const unknown = await ask('unknown@shop.example');
      const known = await ask('hal@shop.example');
      expect(known.status).toBe(202);
      expect(shown(unknown)).toEqual(shown(known));
      await mailbox.next('hal@shop.example');
      expect(mailbox.count).toBe(before + 1);
    });

    it('is not revealed by the limit on attempts', async () => {
      await person('ian');
      const statuses = async (email: string): Promise<number[]> => {
        const browser = new Browser(baseUrl);
        const all: number[] = [];
        for (let count = 0; count < 11; count++) all.push((await browser.signIn(email, 'wrong')).status);
        return all;
      };
      const known = await statuses('ian@shop.example');
      expect(known).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
      expect(await statuses('another-unknown@shop.example')).toEqual(known);
      const right = await new Browser(baseUrl).signIn('ian@shop.example', testPassword);
      expect(right.json()).toMatchObject({ code: 'too_many_attempts' });
      expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
      now += 15 * 60_000;
      expect((await new Browser(baseUrl).signIn('ian@shop.example', testPassword)).status).toBe(200);
    });
  });

  describe('a password', () => {
    it('is reset with a mailed link, once, which ends every session', async () => {
      const browser = await person('jan');
      await browser.signIn('jan@shop.example', testPassword);
      await new Browser(baseUrl).ask('POST', '/auth/request-password-reset', { email: 'Jan@Shop.example' });
      const mail = await mailbox.next('jan@shop.example');
      expect(mail.subject).toBe('Set a new password for Milepost');
      expect(mail.text).toContain('https://milepost.example/app/reset-password#token=');
      const reset = { token: tokenIn(mail), newPassword: 'an entirely new one' };
      const elsewhere = new Browser(baseUrl);
      expect((await elsewhere.ask('POST', '/auth/reset-password', reset)).status).toBe(204);
      expect((await meOf(browser)).status).toBe(401);
      expect((await elsewhere.ask('POST', '/auth/reset-password', reset)).json().code).toBe('link_invalid');
      expect((await elsewhere.signIn('jan@shop.example', testPassword)).status).toBe(401);
      expect((await elsewhere.signIn('jan@shop.example', reset.newPassword)).status).toBe(200);
    });

    it('is changed with the current one', async () => {
      const browser = await person('kim');
      await browser.signIn('kim@shop.example', testPassword);
      const change = (currentPassword: string, newPassword: string) =>
        browser.ask('POST', '/auth/change-password', { currentPassword, newPassword });
      expect((await change('wrong', 'another password')).json().code).toBe('password_wrong');
      expect((await change(testPassword, 'short')).json()).toMatchObject({
        code: 'invalid_request',
        errors: [{ pointer: '/newPassword' }],
      });
      expect((await change(testPassword, 'another password')).status).toBe(204);
      expect((await meOf(browser)).status).toBe(200);
      expect((await browser.signIn('kim@shop.example', 'another password')).status).toBe(200);
    });
  });

  describe('a second factor', () => {
    const setUp = async (name: string) => {
      const browser = await person(name);
      await browser.signIn(`${name}@shop.example`, testPassword);
      const enable = (password: string) => browser.ask('POST', '/auth/two-factor/enable', { password });
      expect((await enable('wrong')).json().code).toBe('password_wrong');
      const { totpURI, backupCodes } = (await enable(testPassword)).json();
      const code = (): string => totpCode(totpURI, Date.now());
      const verify = (client: Browser, given: string, kind = 'totp') =>
        client.ask('POST', `/auth/two-factor/verify-${kind}`, { code: given });
      return { browser, code, verify, backupCodes };
    };

    it('is active after the first correct code, and is then required at every sign-in', async () => {
      const { browser, code, verify } = await setUp('lea');
      expect((await browser.signIn('lea@shop.example', testPassword)).json().twoFactorRedirect).toBe(false);
      expect((await verify(browser, '000000')).json().code).toBe('second_factor_refused');
      expect((await verify(browser, code())).status).toBe(204);
      expect((await meOf(browser)).json().person.twoFactorEnabled).toBe(true);

      const other = new Browser(baseUrl);
      expect((await other.signIn('lea@shop.example', testPassword)).json()).toEqual({
        twoFactorRedirect: true,
      });
      expect((await meOf(other)).status).toBe(401);
      expect((await verify(other, '000000')).json().code).toBe('second_factor_refused');
      expect((await verify(other, code())).status).toBe(204);
      expect((await meOf(other)).status).toBe(200);
      expect((await verify(new Browser(baseUrl), code())).json().code).toBe('sign_in_expired');
    });

    it('can be replaced by each backup code once', async () => {
      const { browser, code, verify, backupCodes } = await setUp('max');
      await verify(browser, code());
      const [first = '', second = ''] = backupCodes;
      const signInWith = async (backupCode: string) => {
        const other = new Browser(baseUrl);
        await other.signIn('max@shop.example', testPassword);
        return verify(other, backupCode, 'backup-code');
      };
      expect((await signInWith(first)).status).toBe(204);
      expect((await signInWith(first)).json().code).toBe('second_factor_refused');
      expect((await signInWith(second)).status).toBe(204);
      const fresh = await browser.ask('POST', '/auth/two-factor/generate-backup-codes', {
        password: testPassword,
      });
      expect(fresh.json().backupCodes).toHaveLength(10);
      expect((await signInWith(backupCodes[2])).status).toBe(401);
    });

    it('ends a sign-in after five wrong codes', async () => {
      const { browser, code, verify } = await setUp('nat');
      await verify(browser, code());
      const other = new Browser(baseUrl);
      await other.signIn('nat@shop.example', testPassword);
      for (let count = 0; count < 5; count++) await verify(other, '000000');
      expect((await verify(other, code())).json().code).toBe('sign_in_expired');
    });

    it('is turned off with the password, and an account without one has no backup codes', async () => {
      const { browser, code, verify } = await setUp('ola');
      await verify(browser, code());
      const ask = (path: string) =>
        browser.ask('POST', `/auth/two-factor/${path}`, { password: testPassword });
      expect((await ask('disable')).status).toBe(204);
      expect((await ask('generate-backup-codes')).status).toBe(401);
      expect((await new Browser(baseUrl).signIn('ola@shop.example', testPassword)).json()).toEqual({
        twoFactorRedirect: false,
      });
    });
  });

  it.each([
    ['GET', '/auth/get-session'],
    ['POST', '/auth/sign-up/email'],
    ['POST', '/auth/update-user'],
    ['POST', '/auth/delete-user'],
    ['GET', '/auth/list-sessions'],
    ['POST', '/auth/two-factor/send-otp'],
    ['GET', '/auth/ok'],
  ])('no other endpoint of better-auth is reachable: %s %s', async (method, path) => {
    const answer = await new Browser(baseUrl).ask(method, path, method === 'POST' ? {} : undefined);
    expect(answer.json()).toMatchObject({ status: 404, code: 'route_not_found' });
  });
});
