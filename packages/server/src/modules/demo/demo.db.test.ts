import { demoFaultNames } from '@milepost/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';
import { addWorkspace, listWorkspaces } from '../people/store/workspaces.ts';

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let key: string;
  const shop = v7();

  beforeAll(async () => {
    world = await makeHttpWorld(database());
    await addWorkspace(database(), { id: shop, slug: 'demo', name: 'Demo', isDemo: true });
    key = await world.keyWith(['shipments:read', 'accounts:write', 'workspaces:write'], {
      workspaceId: shop,
    });
  });
  afterAll(() => world.app.close());

  describe('a demo whose carriers do not run', () => {
    it('does not run, with every switch off', async () => {
      const answer = await world.ask('GET', '/v1/demo', { key });
      expect(answer.json()).toMatchObject({
        isDemo: true,
        clock: { speed: 0 },
        progress: { phase: 'stopped', done: 0, total: 0 },
        faults: demoFaultNames.map((name) => ({ name, isOn: false })),
      });
    });

    it('refuses to switch on a fault', async () => {
      const body = { name: 'outage', isOn: true };
      const answer = await world.ask('POST', '/v1/demo/faults', { key, body });
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'demo_stopped']);
    });
  });

  it.each([
    ['GET', '/v1/demo', undefined],
    ['POST', '/v1/demo/faults', { name: 'outage', isOn: true }],
    ['DELETE', '/v1/demo', undefined],
  ] as const)('a workspace that is not a demo has no %s %s', async (method, path, body) => {
    expect((await world.ask(method, path, { body })).statusCode).toBe(404);
  });

  it('removing the demo keeps other workspaces and invalidates its keys', async () => {
    expect((await world.ask('DELETE', '/v1/demo', { key })).json()).toEqual({ next: 'sign_in' });
    expect((await listWorkspaces(database(), null)).map(({ id }) => id)).toEqual([world.toy.workspaceId]);
    expect((await world.ask('GET', '/v1/demo', { key })).statusCode).toBe(401);
    expect((await world.ask('GET', '/v1/shipments')).statusCode).toBe(200);
  });
});
