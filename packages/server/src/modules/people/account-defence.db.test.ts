import type { Role } from '@milepost/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CapturedMails } from '../../platform/mail/captured-mails.ts';
import { createMailDelivery } from '../../platform/mail/mail-delivery.ts';
import { forEachEngine } from '../../testing/engines.ts';
import { addTestPerson, Browser, testPassword } from '../../testing/http/browser.ts';
import { type HttpWorld, makeHttpWorld, peopleFor } from '../../testing/http/http-world.ts';
import { totpCode } from '../../testing/http/totp.ts';
import { addWorkspace } from './store/workspaces.ts';

const newPassword = 'an entirely new one';

/** Attacks on an account that do not go through the sign-in form. */
forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let baseUrl: string;
  const capturedMails = new CapturedMails();

  beforeAll(async () => {
    const isCapturing = async (): Promise<boolean> => true;
    const now = (): number => Date.now();
    const mail = createMailDelivery({ smtp: null, captured: capturedMails, isCapturing, now });
    const { people } = peopleFor(database(), now, { mail });
    world = await makeHttpWorld(database(), { people, capturedMails });
    baseUrl = await world.listen();
  });
  afterAll(() => world.app.close());

  const newWorkspace = async (): Promise<string> => {
    const id = v7();
    await addWorkspace(database(), { id, slug: `w-${id}`.slice(0, 40), name: 'Other' });
    return id;
  };
  const person = async (name: string, role: Role = 'operations', workspaceId?: string) => {
    const email = `${name}@shop.example`;
    const more = workspaceId === undefined ? {} : { workspaceId };
    const id = await addTestPerson(world, { email, role, ...more });
    const browser = new Browser(baseUrl);
    await browser.signIn(email, testPassword);
    return { id, email, browser };
  };
  /** The token of each mail to the address, newest first, after all pending mails were sent. */
  const mailedTokens = async (email: string): Promise<string[]> => {
    await world.deps.people.background.drain();
    const mails = capturedMails.list().filter(({ to }) => to === email);
    return mails.map(({ text }) => /#token=(\S+)/.exec(text)?.[1] ?? '');
  };
  const askForLink = (email: string) =>
    new Browser(baseUrl).ask('POST', '/auth/request-password-reset', { email });
  const setPassword = (token: string) =>
    new Browser(baseUrl).ask('POST', '/auth/reset-password', { token, newPassword });
  const secondFactorOf = async (browser: Browser) => {
    const { totpURI } = (
      await browser.ask('POST', '/auth/two-factor/enable', { password: testPassword })
    ).json();
    /** With the current code or a later one; the next code is accepted shortly before its time. */
    const verify = (client: Browser, more: object = {}, stepsAhead = 0) => {
      const code = totpCode(totpURI, Date.now() + stepsAhead * 30_000);
      return client.ask('POST', '/auth/two-factor/verify-totp', { code, ...more });
    };
    expect((await verify(browser)).status).toBe(204);
    return { verify };
  };

  describe('a new password', () => {
    it('set by link invalidates every other mailed link', async () => {
      const { email } = await person('ada');
      for (let count = 0; count < 2; count++) await askForLink(email);
      const [newest = '', former = ''] = await mailedTokens(email);
      expect((await setPassword(newest)).status).toBe(204);
      expect((await setPassword(former)).json().code).toBe('link_invalid');
    });

    it('set with the current one invalidates every mailed link', async () => {
      const { browser, email } = await person('bea');
      await askForLink(email);
      const [token = ''] = await mailedTokens(email);
      const change = { currentPassword: testPassword, newPassword };
      expect((await browser.ask('POST', '/auth/change-password', change)).status).toBe(204);
      expect((await setPassword(token)).json().code).toBe('link_invalid');
    });

    it('makes every browser provide the second factor again', async () => {
      const { browser, email } = await person('cem');
      const { verify } = await secondFactorOf(browser);
      const trusted = new Browser(baseUrl);
      await trusted.signIn(email, testPassword);
      expect((await verify(trusted, { trustDevice: true })).status).toBe(204);
      expect((await trusted.signIn(email, testPassword)).json().twoFactorRedirect).toBe(false);
      await browser.signIn(email, testPassword);
      expect((await verify(browser, {}, 1)).status).toBe(204);
      const change = { currentPassword: testPassword, newPassword };
      expect((await browser.ask('POST', '/auth/change-password', change)).status).toBe(204);
      expect((await trusted.signIn(email, newPassword)).json().twoFactorRedirect).toBe(true);
    });
  });

  it('a code of the authenticator app signs in once', async () => {
    const { browser, email } = await person('gil');
    const { verify } = await secondFactorOf(browser);
    const [owner, onlooker] = [new Browser(baseUrl), new Browser(baseUrl)];
    for (const browser of [owner, onlooker]) await browser.signIn(email, testPassword);
    const answers = await Promise.all([owner, onlooker].map((client) => verify(client)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 401]);
    const states = await Promise.all(
      [owner, onlooker].map(async (client) => (await client.ask('GET', '/v1/me')).status),
    );
    expect(states.toSorted()).toEqual([200, 401]);
    const late = [owner, onlooker][answers.findIndex(({ status }) => status === 401)] ?? onlooker;
    await late.signIn(email, testPassword);
    expect((await verify(late, {}, 1)).status).toBe(204);
  });

  it('an active second factor cannot be replaced before it is turned off', async () => {
    const { browser, email } = await person('dan');
    const { verify } = await secondFactorOf(browser);
    const again = await browser.ask('POST', '/auth/two-factor/enable', { password: testPassword });
    expect(again.json().code).toBe('second_factor_on');
    const other = new Browser(baseUrl);
    await other.signIn(email, testPassword);
    expect((await verify(other)).status).toBe(204);
  });

  it('a second factor that was turned off and on again is required in every browser', async () => {
    const { browser, email } = await person('eve');
    const { verify } = await secondFactorOf(browser);
    const trusted = new Browser(baseUrl);
    await trusted.signIn(email, testPassword);
    await verify(trusted, { trustDevice: true });
    expect((await browser.ask('POST', '/auth/two-factor/disable', { password: testPassword })).status).toBe(
      204,
    );
    await secondFactorOf(browser);
    expect((await trusted.signIn(email, testPassword)).json().twoFactorRedirect).toBe(true);
  });

  it('an invitation allows no more password guesses than signing in does', async () => {
    const { email } = await person('fay', 'viewer', await newWorkspace());
    const invited = await world.ask('POST', '/v1/invitations', {
      body: { email, role: 'viewer' },
      key: await world.keyWith(scopesWith('people:write'), { isInstallation: true }),
    });
    const token = /#token=(\S+)/.exec(invited.json().link)?.[1];
    const guess = async (): Promise<number> => {
      const body = { token, name: 'F', password: 'a password like another' };
      return (await new Browser(baseUrl).ask('POST', '/v1/invitations/accept', body)).status;
    };
    const statuses: number[] = [];
    for (let count = 0; count < 11; count++) statuses.push(await guess());
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    expect((await new Browser(baseUrl).signIn(email, testPassword)).json().code).toBe('too_many_attempts');
  });

  it.each(['/v1/events?follow=true', '/v1/stream?'])(
    'a streamed answer ends when the role of its reader changes: %s',
    async (path) => {
      const { id, browser } = await person(`reader-${path.length}`);
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(`${baseUrl}${path}`, { headers: { cookie } });
      expect(answer.status).toBe(200);
      const change = { body: { role: 'viewer' } };
      expect((await world.ask('PATCH', `/v1/people/${id}`, change)).statusCode).toBe(200);
      world.live.publish(world.toy.workspaceId, []);
      expect(await answer.text()).not.toContain('data:');
    },
  );

  describe('a key that may invite people', () => {
    it.each<[Role, number]>([
      ['admin', 403],
      ['viewer', 201],
    ])('and read shipments gives a person the role %s: %i', async (role, status) => {
      const key = await world.keyWith(['people:write', 'shipments:read']);
      const body = { email: `made-${role}@shop.example`, role };
      const answer = await world.ask('POST', '/v1/invitations', { body, key });
      expect(answer.statusCode).toBe(status);
      const { id } = await person(`raised-${role}`, 'operations');
      const change = await world.ask('PATCH', `/v1/people/${id}`, { body: { role }, key });
      expect(change.statusCode).toBe(status === 201 ? 200 : status);
      if (status === 403) {
        const problem = { code: 'scope_not_grantable', errors: [{ pointer: '/role' }] };
        expect([answer.json(), change.json()]).toMatchObject([problem, problem]);
      }
    });
  });
});

/** The scopes of a viewer and one more. */
function scopesWith(scope: 'people:write') {
  return ['shipments:read', scope] as const;
}
