import { type Route, routes, type Scope, scopeNames } from '@milepost/contract';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';
import { addWorkspace } from './store/workspaces.ts';

const guarded = Object.values<Route>(routes).filter(({ access }) => access !== 'public' && access !== 'own');
const isScope = (access: string): access is Scope => access.includes(':');
const scoped = guarded.flatMap((route) => (isScope(route.access) ? [{ route, scope: route.access }] : []));
const addressOf = (route: Route): string => route.path.replaceAll(/\{\w+\}/g, () => v7());

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  beforeAll(async () => {
    world = await makeHttpWorld(database());
  });

  describe('a request', () => {
    it.each(guarded.map((route) => [route.operationId, route] as const))(
      'without a key cannot %s',
      async (_name, route) => {
        const answer = await world.ask(route.method, addressOf(route), { key: null });
        expect(answer.json()).toMatchObject({ status: 401, code: 'unauthenticated' });
        expect(answer.headers['www-authenticate']).toBe('Bearer');
      },
    );

    it.each(scoped.map(({ route, scope }) => [route.operationId, scope, route] as const))(
      'to %s needs the scope %s, whatever other scopes its key has',
      async (_name, scope, route) => {
        const key = await world.keyWith(scopeNames.filter((other) => other !== scope));
        const answer = await world.ask(route.method, addressOf(route), { key });
        expect(answer.json()).toMatchObject({ status: 403, code: 'scope_missing' });
        expect(answer.json().detail).toContain(scope);
      },
    );

    it.each([
      '',
      'mp_',
      'mp_wrong_but_long_enough_to_be_one',
      `mp_${'x'.repeat(500)}`,
      "mp_' or true; --aaaaaaaaaaaaaa",
    ])('with the key "%s" is refused', async (key) => {
      const answer = await world.app.inject({
        url: '/v1/shipments',
        headers: { authorization: `Bearer ${key}` },
        remoteAddress: '192.0.2.1',
      });
      expect(answer.json()).toMatchObject({ status: 401 });
    });

    it('with a revoked key is refused immediately by the process that revoked it', async () => {
      const made = await world.ask('POST', '/v1/keys', {
        body: { name: 'Short', scopes: ['shipments:read'] },
      });
      const { id, secret } = made.json();
      expect((await world.ask('GET', '/v1/shipments', { key: secret })).statusCode).toBe(200);
      await world.ask('DELETE', `/v1/keys/${id}`);
      expect((await world.ask('GET', '/v1/shipments', { key: secret })).statusCode).toBe(401);
    });

    it('gets 429 after many refusals from one address, while a valid key from that address still works', async () => {
      const remoteAddress = '192.0.2.99';
      const attempt = (key: string) =>
        world.app.inject({ url: '/v1/carriers', remoteAddress, headers: { authorization: `Bearer ${key}` } });
      const statuses = new Set<number>();
      for (let count = 0; count < 70; count++)
        statuses.add((await attempt(`mp_wrong_number_${count}_000000`)).statusCode);
      expect([...statuses]).toEqual([401, 429]);
      const last = await attempt('mp_wrong_number_again_0000');
      expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
      expect((await attempt(world.key)).statusCode).toBe(200);
    });
  });

  describe('from another workspace', () => {
    let otherKey: string;
    beforeAll(async () => {
      const workspaceId = v7();
      await addWorkspace(database(), { id: workspaceId, slug: `other-${workspaceId}`, name: 'Other' });
      otherKey = await world.keyWith(scopeNames, { workspaceId });
    });
    const askFromOther = (method: 'GET' | 'DELETE' | 'POST', url: string, body?: unknown) =>
      world.ask(method, url, { key: otherKey, ...(body === undefined ? {} : { body }) });

    it('a shipment is not found, listed or tracked', async () => {
      const body = { carrier: 'toy', trackingNumber: 'TOY1OTHER1', references: ['SECRET'] };
      const { id, trackingId } = (await world.ask('POST', '/v1/shipments', { body })).json();
      for (const path of [`/${id}`, `/${trackingId}`, `/${id}/history`]) {
        expect((await askFromOther('GET', `/v1/shipments${path}`)).statusCode, path).toBe(404);
      }
      for (const query of [
        '',
        '?reference=SECRET',
        '?trackingNumber=TOY1OTHER1',
        '?sort=createdAt&exception=false',
      ]) {
        expect((await askFromOther('GET', `/v1/shipments${query}`)).json().shipments, query).toEqual([]);
      }
      expect((await askFromOther('GET', '/v1/track?number=TOY1OTHER1')).json().shipments).toEqual([]);
      expect((await askFromOther('GET', '/v1/events')).body).toBe('');
    });

    it('a key, account, endpoint or workspace cannot be read or removed', async () => {
      const key = (
        await world.ask('POST', '/v1/keys', { body: { name: 'K', scopes: ['shipments:read'] } })
      ).json();
      const accountBody = { carrier: 'toy', name: 'A', settings: { webhookSecret: 'long secret' } };
      const account = (await world.ask('POST', '/v1/carrier-accounts', { body: accountBody })).json();
      const endpoint = (
        await world.ask('POST', '/v1/webhook-endpoints', { body: { url: 'https://shop.example/hook' } })
      ).json();
      const addresses = [
        `/v1/keys/${key.id}`,
        `/v1/carrier-accounts/${account.id}`,
        `/v1/webhook-endpoints/${endpoint.id}`,
        `/v1/workspaces/${world.toy.workspaceId}`,
      ];
      for (const address of addresses)
        expect((await askFromOther('DELETE', address)).statusCode, address).toBe(404);
      const deliveries = `/v1/webhook-endpoints/${endpoint.id}/deliveries`;
      expect((await askFromOther('GET', deliveries)).statusCode).toBe(404);
      const listed = [
        '/v1/carrier-accounts',
        '/v1/webhook-endpoints',
        '/v1/review',
        '/v1/workspaces',
        '/v1/keys',
      ];
      for (const address of listed) {
        const text = (await askFromOther('GET', address)).body;
        for (const { id } of [key, account, endpoint]) expect(text).not.toContain(id);
        expect(text).not.toContain(world.toy.workspaceId);
      }
    });

    it('review entries cannot be dismissed or replayed', async () => {
      await world.toy.sendEvent('TOY1OTHER2', 'NOT-A-CODE', '2026-03-01T10:00:00Z');
      await world.toy.processInbox();
      const group = { carrier: 'toy', kind: 'unknown_code', cause: 'NOT-A-CODE' };
      expect((await askFromOther('POST', '/v1/review/dismiss', { group })).json()).toEqual({ entries: 0 });
      expect((await askFromOther('POST', '/v1/review/replay', { group })).json()).toEqual({
        entries: 0,
        messages: 0,
      });
      expect((await world.ask('POST', '/v1/review/dismiss', { body: { group } })).json()).toEqual({
        entries: 1,
      });
    });
  });
});
