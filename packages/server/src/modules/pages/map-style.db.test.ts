import { expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { addTestPerson, Browser, testPassword } from '../../testing/http/browser.ts';
import { makeHttpWorld } from '../../testing/http/http-world.ts';

const streets = 'https://maps.example/style.json';

forEachEngine((_engine, database) => {
  it.each([
    ['gives signed-in users the street map of the operator', streets],
    ['gives no street map when none is set', null],
  ])('%s', async (_, mapStyleUrl) => {
    const world = await makeHttpWorld(database(), { mapStyleUrl });
    try {
      const email = `${mapStyleUrl === null ? 'ada' : 'bea'}@shop.example`;
      await addTestPerson(world, { email, role: 'viewer' });
      const baseUrl = await world.listen();
      const browser = new Browser(baseUrl);
      await browser.signIn(email, testPassword);
      expect((await browser.ask('GET', '/v1/me')).json()).toMatchObject({ mapStyleUrl });
      const page = await fetch(`${baseUrl}/t`);
      expect(page.headers.get('content-security-policy')).not.toContain('maps.example');
    } finally {
      await world.app.close();
    }
  });
});
