import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from './harness/in-browser.ts';
import { press, typeInto } from './harness/keyboard.ts';
import { soughtShipment, unknownStatus } from './harness/made-up-shipments.ts';
import { openAs, openAsNobody } from './harness/people.ts';
import { shownNumbers } from './harness/shown-numbers.ts';
import { openWorld, type World } from './harness/world.ts';

/** What people come for, each done without a mouse. Finding a shipment and narrowing the list stand in tests of their own. */
describeInBrowser('without a mouse', (browser) => {
  let world: World;
  let page: Page;
  beforeAll(async () => {
    world = await openWorld();
    page = await openAs(browser(), { server: world.server, person: world.admin });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(() => world.dispose());
  beforeEach(async () => {
    await page.goto('/app/');
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  });

  it('operations goes from what needs a person to the shipments, opens one, and takes numbers along', async () => {
    await press(page, page.getByRole('link', { name: /^Needs a person/ }));
    await page.getByRole('heading', { name: 'Shipments' }).waitFor();
    const [first, second] = await shownNumbers(page);
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await press(page, page.getByRole('button', { name: 'Copy numbers' }));
    await page.getByText('2 numbers copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${first}\n${second}`);

    await page.goBack();
    await page.goForward();
    await shownNumbers(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: first ?? '' });
    await panel.getByText('Tracking id').waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('customer service follows numbers that somebody pasted', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'Shipments' }).waitFor();
    await press(page, page.getByRole('button', { name: 'Add shipments' }));
    await typeInto(page, { 'Tracking numbers': 'generic SCULL0000017 RUDDER-1' });
    await press(page, page.getByRole('button', { name: 'Add 1 shipment' }));
    await page.getByText('1 added').waitFor();
    await page.getByRole('link', { name: 'SCULL0000017' }).waitFor();
  });

  it('a developer makes a key, which works, and ends it', async () => {
    await press(page, page.getByRole('link', { name: 'Settings' }));
    await page.getByRole('tab', { name: 'Workspace' }).waitFor();
    await press(page, page.getByRole('tab', { name: 'Workspace' }));
    for (const tab of ['People', 'API keys']) {
      await page.keyboard.press('ArrowRight');
      await page.getByRole('tabpanel', { name: tab }).waitFor();
    }
    await press(page, page.getByRole('button', { name: 'Make a key' }));
    await typeInto(page, { 'What it is for': 'Checkout' });
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Make a key' }));
    const secret = (await page.getByRole('dialog').getByText(/^mp_/).textContent()) ?? '';
    const ask = () =>
      fetch(`${world.server.url}/v1/shipments`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await ask()).status).toBe(200);
    await press(page, page.getByRole('button', { name: 'Done' }));
    await press(page, page.getByRole('button', { name: 'Revoke Checkout' }));
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Revoke' }));
    await page.getByRole('button', { name: 'Revoke Checkout' }).waitFor({ state: 'detached' });
    expect((await ask()).status).toBe(401);
  });

  it('whoever runs it sees how the feeds are, and works the review queue', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('article', { name: 'Shop' }).getByText('Fresh').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    const group = page.getByRole('listitem').filter({ hasText: unknownStatus });
    await press(page, group.getByRole('button', { name: 'Read again' }));
    await page.getByText('1 message is read again.').waitFor();
    await press(page, group.getByRole('button', { name: 'Dismiss' }));
    await page.getByText('Everything could be read.').waitFor();
  });

  it('a recipient comes from the number to the details', async () => {
    const portal = await openAsNobody(browser(), world.server);
    await portal.goto('/t');
    await typeInto(portal, { 'Tracking number or order number': soughtShipment.trackingNumber });
    await press(portal, portal.getByRole('button', { name: 'Find parcel' }));
    await portal.getByRole('heading', { name: 'On its way' }).waitFor();
    await typeInto(portal, { Postcode: soughtShipment.destination.postcode });
    await press(portal, portal.getByRole('button', { name: 'Show details' }));
    await portal.getByText(soughtShipment.recipient.name).waitFor();
    await portal.context().close();
  });
});
