import { type Route, routes, scopeNames } from '@milepost/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { addTestPerson, Browser, testPassword } from '../../testing/http/browser.ts';
import { type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';
import { addAccount, sealingPlaceOf } from '../carriers/store/accounts.ts';
import { addWorkspace } from './store/workspaces.ts';

/** What is ours, by the beginning of the address under which it is found. */
type Ours = Record<string, Record<string, string>>;

const guarded = Object.values<Route>(routes).filter(({ access }) => access !== 'public' && access !== 'own');
const aimed = guarded.filter(({ path }) => path.includes('{'));
/** The live stream does not end, and says nothing before something changes; streams.db.test.ts listens to it. */
const told = guarded.filter(
  ({ method, path, operationId }) => method === 'GET' && !path.includes('{') && operationId !== 'stream',
);

const questions: Record<string, string> = { search: '?q=OURS', track: '?number=TOY1OURS' };

/** Everything of a workspace, asked for by an admin of another one: over all routes, so that a new one cannot be forgotten. */
forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let stranger: Browser;
  let strangersKey: string;
  let ours: Ours;

  beforeAll(async () => {
    world = await makeHttpWorld(database());
    const workspaceId = v7();
    await addWorkspace(database(), { id: workspaceId, slug: `o-${workspaceId}`.slice(0, 40), name: 'Other' });
    strangersKey = await world.keyWith(scopeNames, { workspaceId });
    await addTestPerson(world, { email: 'stranger@shop.example', role: 'admin', workspaceId });
    stranger = new Browser(await world.listen());
    await stranger.signIn('stranger@shop.example', testPassword);
    ours = await fill(world);
  });
  afterAll(() => world.app.close());

  const addressOf = ({ path, operationId }: Route): string => {
    const room = path.split('/', 3).join('/');
    return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
      const id = ours[room]?.[name];
      if (id === undefined) throw new Error(`Nobody said what of ours ${operationId} could be aimed at.`);
      return id;
    });
  };
  const askers = {
    'an admin': ({ method, example }: Route, address: string) => stranger.ask(method, address, example),
    'a key with every scope': async ({ method, example }: Route, address: string) => {
      const more = example === undefined ? {} : { body: example };
      const answer = await world.ask(method, address, { key: strangersKey, ...more });
      return { status: answer.statusCode, text: answer.body };
    },
  };

  describe.each(Object.entries(askers))('%s of another workspace', (_who, ask) => {
    it.each(aimed.map((route) => [route.operationId, route] as const))(
      'finds nothing to %s',
      async (_name, route) => {
        const { status, text } = await ask(route, addressOf(route));
        expect([status, JSON.parse(text).code]).toEqual([404, 'not_found']);
      },
    );

    it.each(told.map((route) => [route.operationId, route] as const))(
      'is told nothing of ours by %s',
      async (_name, route) => {
        const { status, text } = await ask(route, route.path + (questions[route.operationId] ?? ''));
        // A key is no person, the stranger's workspace has no logo, and nothing here is a demo.
        expect([200, 403, 404]).toContain(status);
        for (const id of Object.values(ours).flatMap((ids) => Object.values(ids)))
          expect(text).not.toContain(id);
        // What was asked is told again.
        expect(text.replace('"number":"TOY1OURS"', '')).not.toMatch(/OURS|ours@/);
      },
    );
  });

  it('and all of it is still there', async () => {
    for (const route of aimed.filter(({ method }) => method === 'GET')) {
      expect((await world.ask('GET', addressOf(route))).statusCode, route.operationId).toBe(200);
    }
    for (const [room, { id = '' }] of Object.entries(ours)) {
      if (room === '/v1/shipments') continue;
      expect((await world.ask('GET', room)).body, room).toContain(id);
    }
  });
});

/** One of everything in the workspace of the world. */
async function fill(world: HttpWorld): Promise<Ours> {
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
