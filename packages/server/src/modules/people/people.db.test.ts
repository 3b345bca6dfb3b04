import { type Role, scopeNames } from '@milepost/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CapturedMails } from '../../platform/mail/captured-mails.ts';
import { createMailDelivery } from '../../platform/mail/mail-delivery.ts';
import { forEachEngine } from '../../testing/engines.ts';
import { addTestPerson, Browser, testPassword } from '../../testing/http/browser.ts';
import { type HttpWorld, makeHttpWorld, peopleFor } from '../../testing/http/http-world.ts';
import { addDemoPeople, demoPeople } from '../demo/add-demo-people.ts';
import { forgetExpired } from './store/persons.ts';
import { addWorkspace } from './store/workspaces.ts';

const tokenIn = (text: string): string => /#token=([\w-]+)/.exec(text)?.[1] ?? '';

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let baseUrl: string;
  let admin: Browser;
  let isDemo = false;
  const capturedMails = new CapturedMails();

  beforeAll(async () => {
    const demo = async (): Promise<boolean> => isDemo;
    const now = (): number => Date.now();
    const smtp = { send: async () => undefined };
    const mail = createMailDelivery({ smtp, captured: capturedMails, isCapturing: demo, now });
    const { people } = peopleFor(database(), now, { mail });
    world = await makeHttpWorld(database(), { people, capturedMails, isCapturing: demo });
    baseUrl = await world.listen();
  });
  afterAll(() => world.app.close());

  const newBrowser = (): Browser => new Browser(baseUrl);
  const signedIn = async (email: string, role: Role, workspaceId?: string): Promise<Browser> => {
    await addTestPerson(world, { email, role, ...(workspaceId === undefined ? {} : { workspaceId }) });
    const browser = newBrowser();
    await browser.signIn(email, testPassword);
    return browser;
  };

  describe('the first run', () => {
    const begin = (code: string) =>
      newBrowser().ask('POST', '/v1/first-run', {
        code,
        email: 'First@shop.example',
        name: 'First',
        password: testPassword,
      });

    it('creates one admin with the code that the server printed', async () => {
      expect((await newBrowser().ask('GET', '/v1/first-run')).json()).toEqual({ isNeeded: true, demo: null });
      expect((await begin('0000-0000-0000-0000')).json().code).toBe('code_refused');
      const { code } = world.deps.people.firstRun;
      expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
      const typed = code.toLowerCase().replaceAll('-', ' ');
      const answers = await Promise.all([begin(typed), begin(typed)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
      expect((await begin(code)).json().code).toBe('first_run_over');
      expect((await newBrowser().ask('GET', '/v1/first-run')).json().isNeeded).toBe(false);
      admin = newBrowser();
      await admin.signIn('first@shop.example', testPassword);
      expect((await admin.ask('GET', '/v1/me')).json().current.role).toBe('admin');
    });
  });

  describe('an invitation', () => {
    const invite = async (email: string, role: Role = 'viewer') => {
      const key = await world.keyWith(scopeNames, { isInstallation: true });
      const answer = await world.ask('POST', '/v1/invitations', { body: { email, role }, key });
      expect(answer.statusCode).toBe(201);
      return { ...answer.json(), token: tokenIn(answer.json().link) };
    };
    const accept = (token: string, password = testPassword) =>
      newBrowser().ask('POST', '/v1/invitations/accept', { token, name: 'Invited', password });

    it('shows address, workspace and role, and creates an account when it is accepted, once', async () => {
      const { token } = await invite('New@Shop.example', 'operations');
      expect((await newBrowser().ask('POST', '/v1/invitations/show', { token })).json()).toMatchObject({
        email: 'new@shop.example',
        workspace: 'Toy',
        role: 'operations',
      });
      expect((await accept(token)).json()).toEqual({ email: 'new@shop.example' });
      expect((await accept(token)).json().code).toBe('link_invalid');
      const browser = newBrowser();
      expect((await browser.signIn('new@shop.example', testPassword)).status).toBe(200);
      const { people } = (await admin.ask('GET', '/v1/people')).json();
      expect(people).toContainEqual(
        expect.objectContaining({ email: 'new@shop.example', name: 'Invited', role: 'operations' }),
      );
    });

    it('requires the password of an existing account and does not change it', async () => {
      const workspaceId = v7();
      await addWorkspace(database(), {
        id: workspaceId,
        slug: `s-${workspaceId}`.slice(0, 40),
        name: 'Second',
      });
      await signedIn('old@shop.example', 'viewer', workspaceId);
      const { token } = await invite('old@shop.example', 'admin');
      expect((await accept(token, 'chosen by an attacker')).json().code).toBe('sign_in_refused');
      expect((await newBrowser().signIn('old@shop.example', 'chosen by an attacker')).status).toBe(401);
      expect((await accept(token)).status).toBe(201);
      const browser = newBrowser();
      await browser.signIn('old@shop.example', testPassword);
      expect((await browser.ask('GET', '/v1/me')).json().workspaces).toHaveLength(2);
    });

    it('is invalid after a second invitation or its withdrawal, and is refused for a member', async () => {
      const former = await invite('again@shop.example');
      const { id, token } = await invite('again@shop.example');
      expect((await accept(former.token)).json().code).toBe('link_invalid');
      expect((await admin.ask('GET', '/v1/invitations')).json().invitations).toMatchObject([{ id }]);
      expect((await admin.ask('DELETE', `/v1/invitations/${id}`)).status).toBe(204);
      expect((await accept(token)).json().code).toBe('link_invalid');
      const body = { email: 'first@shop.example', role: 'viewer' };
      expect((await admin.ask('POST', '/v1/invitations', body)).json().code).toBe('already_member');
    });

    it('expires, and is then deleted', async () => {
      const { id, token } = await invite('late@shop.example');
      await database().query(`update invitation set expires_at = now() - interval '1 second' where id = $1`, [
        id,
      ]);
      expect((await accept(token)).json().code).toBe('link_invalid');
      await forgetExpired(database());
      expect(await database().query('select 1 from invitation where id = $1', [id])).toEqual([]);
    });

    it('does not show its link to the admin when it is mailed', async () => {
      const body = { email: 'mailed@shop.example', role: 'viewer' };
      const answer = await admin.ask('POST', '/v1/invitations', body);
      expect(answer.json()).toMatchObject({ isMailed: true, link: null });
    });

    it('belongs to the workspace that an installation key names', async () => {
      const workspaceId = v7();
      await addWorkspace(database(), {
        id: workspaceId,
        slug: `t-${workspaceId}`.slice(0, 40),
        name: 'Third',
      });
      const key = await world.keyWith(scopeNames, { isInstallation: true });
      const body = { email: 'third@shop.example', role: 'admin' };
      const ask = (id: string, headerKey = key) =>
        world.ask('POST', '/v1/invitations', {
          body,
          key: headerKey,
          headers: { 'x-milepost-workspace': id },
        });
      const { token } = { token: tokenIn((await ask(workspaceId)).json().link) };
      const shown = await newBrowser().ask('POST', '/v1/invitations/show', { token });
      expect(shown.json().workspace).toBe('Third');
      expect((await ask(v7())).json().code).toBe('not_a_member');
      const plain = await world.keyWith(['people:write']);
      expect((await ask(workspaceId, plain)).json().code).toBe('not_a_member');
    });
  });

  describe('a person of a workspace', () => {
    it('has a changed role from the next request on', async () => {
      const browser = await signedIn('role@shop.example', 'operations');
      const { id } = (await browser.ask('GET', '/v1/me')).json().person;
      expect((await browser.ask('GET', '/v1/review')).status).toBe(200);
      const changed = await admin.ask('PATCH', `/v1/people/${id}`, { role: 'viewer' });
      expect(changed.json()).toMatchObject({ id, role: 'viewer' });
      expect((await browser.ask('GET', '/v1/review')).json().code).toBe('scope_missing');
    });

    it('is refused from the next request after removal, and deleted with the last workspace', async () => {
      const browser = await signedIn('out@shop.example', 'operations');
      const { id } = (await browser.ask('GET', '/v1/me')).json().person;
      expect((await admin.ask('DELETE', `/v1/people/${id}`)).status).toBe(204);
      expect((await browser.ask('GET', '/v1/shipments')).status).toBe(401);
      expect(await database().query('select 1 from person where id = $1', [id])).toEqual([]);
      expect((await admin.ask('DELETE', `/v1/people/${id}`)).json().code).toBe('not_found');
    });

    it('who is the last admin cannot leave or change role', async () => {
      const workspaceId = v7();
      await addWorkspace(database(), {
        id: workspaceId,
        slug: `l-${workspaceId}`.slice(0, 40),
        name: 'One admin',
      });
      const lastAdmin = await signedIn('one@shop.example', 'admin', workspaceId);
      const { id } = (await lastAdmin.ask('GET', '/v1/me')).json().person;
      const leave = () => lastAdmin.ask('DELETE', `/v1/people/${id}`);
      expect((await leave()).json().code).toBe('last_admin');
      const demoted = await lastAdmin.ask('PATCH', `/v1/people/${id}`, { role: 'viewer' });
      expect(demoted.json().code).toBe('last_admin');
      await signedIn('two@shop.example', 'admin', workspaceId);
      expect((await leave()).status).toBe(204);
    });

    it('of another workspace is neither listed nor changed', async () => {
      const workspaceId = v7();
      await addWorkspace(database(), { id: workspaceId, slug: `f-${workspaceId}`.slice(0, 40), name: 'Far' });
      const id = await addTestPerson(world, { email: 'far@shop.example', role: 'viewer', workspaceId });
      expect((await admin.ask('GET', '/v1/people')).text).not.toContain('far@shop.example');
      expect((await admin.ask('PATCH', `/v1/people/${id}`, { role: 'admin' })).status).toBe(404);
      expect((await admin.ask('DELETE', `/v1/people/${id}`)).status).toBe(404);
    });

    it('cannot use endpoints for keys only, and a key cannot use endpoints for people only', async () => {
      expect((await world.ask('GET', '/v1/me')).json()).toMatchObject({ status: 403, code: 'person_needed' });
      const keys = await admin.ask('POST', '/v1/keys', { name: 'Mine', scopes: ['shipments:read'] });
      expect(keys.status).toBe(201);
      expect((await admin.ask('POST', '/v1/workspaces', { slug: 'x', name: 'X' })).json().code).toBe(
        'installation_key_needed',
      );
    });
  });

  describe('a demo', () => {
    it('does not show its mails and sign-ins in other installations', async () => {
      expect((await newBrowser().ask('GET', '/dev/mail')).status).toBe(404);
      expect((await newBrowser().ask('GET', '/v1/first-run')).json().demo).toBeNull();
    });

    it('has eight people in two workspaces, who sign in with what the login page shows, and captures its mails', async () => {
      const ids: [string, string] = [v7(), v7()];
      for (const id of ids)
        await addWorkspace(database(), {
          id,
          slug: `d-${id}`.slice(0, 40),
          name: `Demo ${id}`,
          isDemo: true,
        });
      for (let time = 0; time < 2; time++) await addDemoPeople(database(), ids, v7);
      isDemo = true;
      const { demo } = (await newBrowser().ask('GET', '/v1/first-run')).json();
      expect(demo).toHaveLength(8);
      expect(new Set(demo.map(({ role }: { role: string }) => role)).size).toBe(5);
      for (const { email, password } of demo.slice(0, 2)) {
        expect((await newBrowser().signIn(email, password)).status).toBe(200);
      }
      const [{ email = '' } = {}] = demoPeople;
      await newBrowser().ask('POST', '/auth/request-password-reset', { email });
      await world.deps.people.background.drain();
      const page = await newBrowser().ask('GET', '/dev/mail');
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.text).toContain('<a href="https://milepost.example/app/reset-password#token=');
      isDemo = false;
      expect((await newBrowser().ask('GET', '/dev/mail')).status).toBe(404);
    });

    it('removes its people with its workspace', async () => {
      const id = v7();
      await addWorkspace(database(), { id, slug: `g-${id}`.slice(0, 40), name: 'Gone', isDemo: true });
      const personId = await addTestPerson(world, {
        email: 'gone@shop.example',
        role: 'admin',
        workspaceId: id,
      });
      const key = await world.keyWith(['workspaces:write'], { isInstallation: true });
      expect((await world.ask('DELETE', `/v1/workspaces/${id}`, { key })).statusCode).toBe(204);
      expect(await database().query('select 1 from person where id = $1', [personId])).toEqual([]);
    });
  });
});
