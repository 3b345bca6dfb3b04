import {
  guardedFields,
  hiddenFieldsOfRole,
  type Role,
  type Route,
  roleNames,
  routes,
  scopeNames,
  scopesOfRole,
} from '@milepost/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { addTestPerson, Browser, testPassword } from '../../testing/http/browser.ts';
import { type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';

/** Whether the tables of the contract allow a role to use a route. Throws for a route without a decision. */
function decisionOf({ access, operationId }: Route, role: Role): 'allowed' | 'refused' {
  if (access === 'public' || access === 'own' || access === 'key' || access === 'person') return 'allowed';
  if (!scopeNames.includes(access))
    throw new Error(`The contract does not define which roles may use ${operationId}.`);
  return scopesOfRole(role).includes(access) ? 'allowed' : 'refused';
}

const guarded = Object.values<Route>(routes).filter(({ access }) => access !== 'public' && access !== 'own');
const cases = roleNames.flatMap((role) =>
  guarded.map((route) => [role, decisionOf(route, role), route.operationId, route] as const),
);
/** The unknown parameter makes an allowed request fail validation, so that it changes nothing. */
const addressOf = (route: Route): string => `${route.path.replaceAll(/\{\w+\}/g, () => v7())}?nonsense=1`;

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let baseUrl: string;
  const browsers = new Map<Role, Browser>();
  const signedIn = async (name: string): Promise<Browser> => {
    const browser = new Browser(baseUrl);
    expect((await browser.signIn(`${name}@shop.example`, testPassword)).status).toBe(200);
    return browser;
  };

  beforeAll(async () => {
    world = await makeHttpWorld(database());
    baseUrl = await world.listen();
    for (const role of roleNames) {
      await addTestPerson(world, { email: `${role}@shop.example`, role });
      await addTestPerson(world, { email: `leaving_${role}@shop.example`, role });
      browsers.set(role, await signedIn(role));
    }
  });
  afterAll(() => world.app.close());

  describe('a person', () => {
    it.each(cases)('with the role %s is %s: %s', async (role, decision, _operation, route) => {
      // Some routes that every role may use end all sessions of the person.
      const browser = route.access === 'person' ? await signedIn(`leaving_${role}`) : browsers.get(role);
      const answer = await browser?.ask(route.method, addressOf(route));
      const code = answer && answer.status >= 400 ? answer.json().code : null;
      if (decision === 'refused') expect([answer?.status, code]).toEqual([403, 'scope_missing']);
      else expect([401, 403, 500, 503, undefined, 'route_not_found']).not.toContain(code ?? answer?.status);
    });

    it('sees the fields of a shipment that the role may see', async () => {
      const recipient = { name: 'Jo', email: 'jo@home.example' };
      const body = { carrier: 'toy', trackingNumber: 'TOY1SECRET', recipient };
      const { id } = (await world.ask('POST', '/v1/shipments', { body })).json();
      for (const [role, browser] of browsers) {
        const hidden = hiddenFieldsOfRole(role);
        const email = hidden.includes('recipient.email') ? null : recipient.email;
        for (const path of [
          `/v1/shipments/${id}`,
          `/v1/shipments/${id}/history`,
          '/v1/shipments?trackingNumber=TOY1SECRET',
          '/v1/shipments/export?trackingNumber=TOY1SECRET',
          '/v1/search?q=TOY1SECRET',
        ]) {
          const { text } = await browser.ask('GET', path);
          expect([role, path, text.includes(recipient.email)]).toEqual([role, path, email !== null]);
          expect(text).toMatch(/[",]Jo[",]/);
        }
      }
      expect(Object.keys(guardedFields)).toContain('recipient.email');
    });
  });
});
