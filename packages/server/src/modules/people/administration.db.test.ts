import { scopeNames } from '@milepost/contract';
import { Webhook } from 'standardwebhooks';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';
import { sealingPlaceOf } from '../carriers/store/accounts.ts';
import { planDeliveries } from '../outbound/store/deliveries.ts';
import { webhookSealingPlaceOf } from '../outbound/store/webhook-endpoints.ts';
import { findKeyHolder } from './store/api-keys.ts';
import { addWorkspace } from './store/workspaces.ts';

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  beforeAll(async () => {
    world = await makeHttpWorld(database());
  });
  const post = (path: string, body: unknown, key = world.key) => world.ask('POST', path, { body, key });

  describe('a carrier account', () => {
    it('shows its webhook address, and only the last two characters of a secret', async () => {
      const settings = { webhookSecret: 'a long secret', customer: '42' };
      const made = await post('/v1/carrier-accounts', { carrier: 'toy', name: 'Main', settings });
      expect(made.json()).toMatchObject({
        settings: { webhookSecret: '••••et', customer: '42' },
        pollEnabled: false,
      });
      expect(made.json().hookUrl).toMatch(/^https:\/\/milepost\.example\/hooks\/[\w-]{32}$/);
      expect((await world.ask('GET', '/v1/carrier-accounts')).body).not.toContain('a long secret');
      const { id } = made.json();
      const [row] = await database().query<{ sealed: Uint8Array }>(
        'select settings_sealed as sealed from account where id = $1',
        [id],
      );
      expect(Buffer.from(row?.sealed ?? []).includes('a long secret')).toBe(false);
      expect(world.deps.secrets.open(row?.sealed ?? new Uint8Array(), sealingPlaceOf(id))).toEqual(settings);
    });

    it('gets the defaults of its carrier, and no webhook address when the carrier does not push', async () => {
      const made = await post('/v1/carrier-accounts', {
        carrier: 'toy',
        name: 'B',
        settings: { webhookSecret: 'short' },
      });
      expect(made.json().settings).toEqual({ webhookSecret: '••••', customer: '1' });
      const quiet = await post('/v1/carrier-accounts', { carrier: 'partner', name: 'C' });
      expect(quiet.json().hookUrl).toBeNull();
    });

    it.each([
      ['an unknown carrier', { carrier: 'no-such-carrier', name: 'X' }, 'carrier_unknown', '/carrier'],
      ['a missing setting', { carrier: 'toy', name: 'X' }, 'invalid_settings', '/settings/webhookSecret'],
      [
        'a misspelt setting',
        { carrier: 'toy', name: 'X', settings: { webhookSecret: 'x', webhoksecret: 'x' } },
        'invalid_settings',
        '/settings/webhoksecret',
      ],
    ])('with %s is refused, and the answer names it', async (_what, body, code, pointer) => {
      expect((await post('/v1/carrier-accounts', body)).json()).toMatchObject({
        status: 422,
        code,
        errors: [{ pointer }],
      });
    });

    it('is described by the settings that its carrier lists', async () => {
      const { carriers } = (await world.ask('GET', '/v1/carriers')).json();
      expect(carriers.find((carrier: { name: string }) => carrier.name === 'toy')).toMatchObject({
        pushes: true,
        settings: [
          { name: 'webhookSecret', required: true, secret: true, default: null },
          { name: 'customer', required: false, secret: false, default: '1' },
        ],
      });
    });
  });

  describe('a key', () => {
    it('is shown once and kept as a hash', async () => {
      const { id, secret, hint } = (
        await post('/v1/keys', { name: 'Shop', scopes: ['shipments:read'] })
      ).json();
      expect(secret).toMatch(/^mp_[\w-]{43}$/);
      expect(hint).toBe(secret.slice(-4));
      expect((await world.ask('GET', '/v1/keys')).body).not.toContain(secret);
      const [row] = await database().query<{ all: string }>(
        'select api_key::text as all from api_key where id = $1',
        [id],
      );
      expect(row?.all).not.toContain(secret);
      expect(await findKeyHolder(database(), secret)).toMatchObject({
        keyId: id,
        scopes: ['shipments:read'],
      });
    });

    it('cannot grant scopes that it does not have', async () => {
      const key = await world.keyWith(['keys:write', 'shipments:read']);
      const answer = await post(
        '/v1/keys',
        { name: 'More', scopes: ['shipments:read', 'workspaces:write'] },
        key,
      );
      expect(answer.json()).toMatchObject({
        code: 'scope_not_grantable',
        errors: [{ pointer: '/scopes/1' }],
      });
    });
  });

  describe('a workspace', () => {
    it('is created by an installation key only, and its first key has every scope', async () => {
      const body = { slug: `w${v7().slice(-12)}`, name: 'Shop' };
      expect((await post('/v1/workspaces', body)).json()).toMatchObject({ code: 'installation_key_needed' });
      const installation = await world.keyWith(scopeNames, { isInstallation: true });
      const made = (await post('/v1/workspaces', body, installation)).json();
      expect(made.key).toMatchObject({ isInstallation: false, scopes: scopeNames });
      expect((await post('/v1/workspaces', body, installation)).json()).toMatchObject({
        status: 409,
        code: 'name_taken',
      });
      const seen = await world.ask('GET', '/v1/workspaces', { key: made.key.secret });
      expect(seen.json().workspaces).toEqual([made.workspace]);
      const all = (await world.ask('GET', '/v1/workspaces', { key: installation })).json().workspaces;
      expect(all.length).toBeGreaterThan(1);
    });

    it('is removed with everything in it: a demo in one step, any other when its slug is confirmed', async () => {
      const doomed = await makeHttpWorld(database());
      const { workspaceId } = doomed.toy;
      const other = await makeHttpWorld(database());
      for (const { toy, ask } of [doomed, other]) {
        const settings = { webhookSecret: 'secret' };
        await ask('POST', '/v1/carrier-accounts', { body: { carrier: 'toy', name: 'A', settings } });
        await ask('POST', '/v1/shipments', {
          body: { carrier: 'toy', trackingNumber: 'TOY1', references: ['R'] },
        });
        await toy.sendEvent('TOY1', 'in_transit.accepted', '2026-03-01T10:00:00Z');
        await toy.sendEvent('TOY1', 'NOT-A-CODE', '2026-03-01T10:00:00Z');
        await toy.processInbox();
        await toy.sendEvent('TOY1', 'delivered.handed_over', '2026-03-02T10:00:00Z');
      }
      const address = `/v1/workspaces/${workspaceId}`;
      expect((await doomed.ask('DELETE', address)).json()).toMatchObject({ code: 'confirmation_needed' });
      expect((await doomed.ask('DELETE', `${address}?confirm=toy-${workspaceId}`)).statusCode).toBe(204);
      expect((await doomed.ask('GET', '/v1/shipments')).statusCode).toBe(401);
      expect(await rowsOf(workspaceId)).toEqual([]);
      expect((await rowsOf(other.toy.workspaceId)).length).toBeGreaterThan(8);

      const demoId = v7();
      await addWorkspace(database(), { id: demoId, slug: `demo-${demoId}`, name: 'Demo', isDemo: true });
      const key = await world.keyWith(['workspaces:write'], { workspaceId: demoId });
      expect((await world.ask('DELETE', `/v1/workspaces/${demoId}`, { key })).statusCode).toBe(204);
    });

    /** Names of the tables in which the workspace has rows. */
    async function rowsOf(workspaceId: string): Promise<string[]> {
      const tables = await database().query<{ name: string }>(
        `select c.table_name as name from information_schema.columns c
         join information_schema.tables t on t.table_name = c.table_name and t.table_type = 'BASE TABLE'
         where c.column_name = 'workspace_id' and c.table_schema = 'public' order by 1`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const rows = await database().query(`select 1 from ${name} where workspace_id = $1 limit 1`, [
          workspaceId,
        ]);
        if (rows.length > 0) found.push(name);
      }
      return found;
    }
  });

  describe('the review queue', () => {
    it('is grouped by cause, listed in pages, replayed and dismissed', async () => {
      const own = await makeHttpWorld(database());
      for (let index = 0; index < 5; index++) {
        await own.toy.sendEvent(`TOY1R${index}`, index < 3 ? 'CODE-A' : 'CODE-B', '2026-03-01T10:00:00Z');
      }
      await own.toy.processInbox();
      const { groups } = (await own.ask('GET', '/v1/review')).json();
      expect(groups).toMatchObject([
        { carrier: 'toy', kind: 'unknown_code', cause: 'CODE-A', count: 3 },
        { cause: 'CODE-B', count: 2 },
      ]);
      const first = (await own.ask('GET', '/v1/review/entries?cause=CODE-A&limit=2')).json();
      const second = (
        await own.ask('GET', `/v1/review/entries?cause=CODE-A&limit=2&cursor=${first.nextCursor}`)
      ).json();
      const ids = [...first.entries, ...second.entries].map((entry: { id: number }) => entry.id);
      expect(new Set(ids).size).toBe(3);
      expect(second.nextCursor).toBeNull();

      const replayed = await own.ask('POST', '/v1/review/replay', { body: { ids: [ids[0]] } });
      expect(replayed.json()).toEqual({ entries: 1, messages: 1 });
      const group = { carrier: 'toy', kind: 'unknown_code', cause: 'CODE-B' };
      expect((await own.ask('POST', '/v1/review/dismiss', { body: { group } })).json()).toEqual({
        entries: 2,
      });
      await own.toy.processInbox();
      // The replayed message still contains an unmapped code, so its entry comes back.
      const after = (await own.ask('GET', '/v1/review')).json().groups;
      expect(after).toMatchObject([{ cause: 'CODE-A', count: 3 }]);
    });

    it('requires either ids or a group', async () => {
      for (const body of [{}, { ids: [1], group: { carrier: 'a', kind: 'b', cause: 'c' } }]) {
        expect((await post('/v1/review/replay', body)).json()).toMatchObject({ code: 'invalid_request' });
      }
    });
  });

  describe('a webhook endpoint', () => {
    it('gets a signing secret, which is shown once', async () => {
      const { id, secret } = (await post('/v1/webhook-endpoints', { url: 'https://shop.example/a' })).json();
      expect(() => new Webhook(secret).sign('msg_1', new Date(0), '{}')).not.toThrow();
      expect((await world.ask('GET', '/v1/webhook-endpoints')).body).not.toContain(secret);
      const [row] = await database().query<{ sealed: Uint8Array }>(
        'select secret_sealed as sealed from webhook_endpoint where id = $1',
        [id],
      );
      expect(world.deps.secrets.open(row?.sealed ?? new Uint8Array(), webhookSealingPlaceOf(id))).toBe(
        secret,
      );
    });

    it('is refused with the reason when the address guard refuses its URL', async () => {
      expect((await post('/v1/webhook-endpoints', { url: 'http://10.0.0.1/' })).json()).toMatchObject({
        status: 422,
        code: 'address_refused',
        detail: 'The URL must start with https.',
      });
    });

    it('lists past and pending deliveries of changes since it was created', async () => {
      const own = await makeHttpWorld(database());
      const add = (trackingNumber: string) =>
        own.ask('POST', '/v1/shipments', { body: { carrier: 'toy', trackingNumber } });
      await add('TOY1BEFORE');
      const { id } = (
        await own.ask('POST', '/v1/webhook-endpoints', { body: { url: 'https://shop.example/b' } })
      ).json();
      for (let index = 0; index < 3; index++) await add(`TOY1AFTER${index}`);
      await planDeliveries(database(), 100);
      const page = (await own.ask('GET', `/v1/webhook-endpoints/${id}/deliveries?limit=2`)).json();
      const next = `/v1/webhook-endpoints/${id}/deliveries?limit=2&cursor=${page.nextCursor}`;
      const rest = (await own.ask('GET', next)).json();
      expect(page.deliveries).toHaveLength(2);
      expect(rest).toMatchObject({ deliveries: [{ attempts: 0, deliveredAt: null }], nextCursor: null });
    });
  });
});
