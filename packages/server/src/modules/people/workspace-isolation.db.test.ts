import { type Route, routes, scopeNames } from '@milepost/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { addTestPerson, Browser, testPassword } from '../../testing/http/browser.ts';
import { type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';
import { addAccount, sealingPlaceOf } from '../carriers/store/accounts.ts';
import { addWorkspace } from './store/workspaces.ts';

/** Ids of the first workspace's objects, by the first two parts of their path. */
type ObjectIds = Record<string, Record<string, string>>;

const guarded = Object.values<Route>(routes).filter(({ access }) => access !== 'public' && access !== 'own');
const withId = guarded.filter(({ path }) => path.includes('{'));
/** The live stream is left out because it does not end; streams.db.test.ts covers it. */
const readable = guarded.filter(
  ({ method, path, operationId }) => method === 'GET' && !path.includes('{') && operationId !== 'stream',
);

const queries: Record<string, string> = { search: '?q=OURS', track: '?number=TOY1OURS' };

/**
 * An admin of another workspace requests everything of a workspace. The test covers all routes, so that new
 * ones are included.
 */
forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let outsider: Browser;
  let outsiderKey: string;
  let ours: ObjectIds;

  beforeAll(async () => {
    world = await makeHttpWorld(database());
    const workspaceId = v7();
    await addWorkspace(database(), { id: workspaceId, slug: `o-${workspaceId}`.slice(0, 40), name: 'Other' });
    outsiderKey = await world.keyWith(scopeNames, { workspaceId });
    await addTestPerson(world, { email: 'outsider@shop.example', role: 'admin', workspaceId });
    outsider = new Browser(await world.listen());
    await outsider.signIn('outsider@shop.example', testPassword);
    ours = await fill(world);
  });
  afterAll(() => world.app.close());

  const addressOf = ({ path, operationId }: Route): string => {
    const collection = path.split('/', 3).join('/');
    return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
      const id = ours[collection]?.[name];
      if (id === undefined) throw new Error(`This test has no object for ${operationId}; add it to fill().`);
      return id;
    });
  };
  const clients = {
    'an admin': ({ method, example }: Route, address: string) => outsider.ask(method, address, example),
    'a key with every scope': async ({ method, example }: Route, address: string) => {
      const more = example === undefined ? {} : { body: example };
      const answer = await world.ask(method, address, { key: outsiderKey, ...more });
      return { status: answer.statusCode, text: answer.body };
    },
  };

  describe.each(Object.entries(clients))('%s of another workspace', (_client, ask) => {
    it.each(withId.map((route) => [route.operationId, route] as const))(
      'gets 404 for %s',
      async (_name, route) => {
        const { status, text } = await ask(route, addressOf(route));
        expect([status, JSON.parse(text).code]).toEqual([404, 'not_found']);
      },
    );

    it.each(readable.map((route) => [route.operationId, route] as const))(
      'gets no data of the first workspace by %s',
      async (_name, route) => {
        const { status, text } = await ask(route, route.path + (queries[route.operationId] ?? ''));
        // 403: a key is not a person. 404: the other workspace has no logo and is not a demo.
        expect([200, 403, 404]).toContain(status);
        for (const id of Object.values(ours).flatMap((ids) => Object.values(ids)))
          expect(text).not.toContain(id);
        // The answer repeats the number of the query.
        expect(text.replace('"number":"TOY1OURS"', '')).not.toMatch(/OURS|ours@/);
      },
    );
  });

  it('all objects still exist afterwards', async () => {
    for (const route of withId.filter(({ method }) => method === 'GET')) {
      expect((await world.ask('GET', addressOf(route))).statusCode, route.operationId).toBe(200);
    }
    for (const [collection, { id = '' }] of Object.entries(ours)) {
      if (collection === '/v1/shipments') continue;
      expect((await world.ask('GET', collection)).body, collection).toContain(id);
    }
  });
});

/** Creates one object of every kind in the workspace of the test world. */
async function fill(world: HttpWorld): Promise<ObjectIds> {
  const made = async (url: string, body: object) => (await world.ask('POST', url, { body })).json();
  const { id } = await made('/v1/shipments', {
    carrier: 'toy',
    trackingNumber: 'TOY1OURS',
    references: ['OURS-1'],
    recipient: { name: 'Ours', email: 'ours@home.example' },
  });
  const { workspaceId, accountId } = world.toy;
  await addAccount(world.deps.database, {
    id: accountId,
    workspaceId,
    kind: 'carrier',
    connector: 'toy',
    name: 'OURS',
    hookToken: v7(),
    settingsSealed: world.deps.secrets.seal({}, sealingPlaceOf(accountId)),
    pollEnabled: false,
    adoptsUnknown: false,
  });
  await world.toy.sendEvent('TOY1OURS', 'in_transit.accepted', '2026-03-03T08:15:00Z');
  await world.toy.sendEvent('TOY1OURS', 'OURS-UNKNOWN', '2026-03-03T09:15:00Z');
  await world.toy.processInbox();
  const history = (await world.ask('GET', `/v1/shipments/${id}/history`)).json();
  const view = { name: 'OURS', query: {}, isShared: true };
  return {
    '/v1/shipments': { id, messageId: history.timeline[0].sources[0].rawMessageId },
    '/v1/views': { id: (await made('/v1/views', view)).id },
    '/v1/carrier-accounts': { id: accountId },
    '/v1/keys': { id: (await made('/v1/keys', { name: 'OURS', scopes: ['shipments:read'] })).id },
    '/v1/workspaces': { id: workspaceId },
    '/v1/webhook-endpoints': {
      id: (await made('/v1/webhook-endpoints', { url: 'https://ours.example/hook' })).id,
    },
    '/v1/people': { id: await addTestPerson(world, { email: 'ours@shop.example', role: 'viewer' }) },
    '/v1/invitations': {
      id: (await made('/v1/invitations', { email: 'invited-ours@shop.example', role: 'viewer' })).id,
    },
  };
}
