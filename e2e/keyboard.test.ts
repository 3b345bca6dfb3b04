/** The main tasks, each without a mouse. Search and filters have their own tests. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from './harness/in-browser.ts';
import { choose, press, pressFor, typeInto } from './harness/keyboard.ts';
import { openAs, openSignedOut } from './harness/people.ts';
import { soughtShipment, unknownStatus } from './harness/sample-shipments.ts';
import { shownNumbers } from './harness/shown-numbers.ts';
import { until } from './harness/until.ts';
import { openWorld, type World } from './harness/world.ts';

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

  it('operations goes from the exceptions to the shipments, opens one, and copies numbers', async () => {
    await press(page, page.getByRole('link', { name: /^Needs attention/ }));
    await page.getByRole('heading', { name: 'Shipments' }).waitFor();
    const [first, second] = await shownNumbers(page);
    await pressFor(page, ['j'], page.locator('tr:focus'));
    for (const key of ['x', 'j', 'x']) await page.keyboard.press(key);
    await press(page, page.getByRole('button', { name: 'Copy numbers' }));
    await page.getByText('2 numbers copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${first}\n${second}`);

    await page.goBack();
    await page.goForward();
    await shownNumbers(page);
    await pressFor(page, ['j'], page.locator('tr:focus'));
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: first ?? '' });
    await panel.getByText('Tracking id').waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('customer service looks up pasted numbers', async () => {
    await pressFor(page, ['g', 's'], page.getByRole('heading', { name: 'Shipments' }));
    await press(page, page.getByRole('button', { name: 'Add shipments' }));
    await typeInto(page, { 'Tracking numbers': 'generic SCULL0000017, RUDDER-1' });
    await press(page, page.getByRole('button', { name: 'Add 1 shipment' }));
    await page.getByText('1 added').waitFor();
    await page.getByRole('link', { name: 'SCULL0000017', exact: true }).waitFor();
  });

  it('a developer creates a key, which works, and revokes it', async () => {
    await press(page, page.getByRole('link', { name: 'Settings' }));
    await page.getByRole('tab', { name: 'Workspace' }).waitFor();
    await press(page, page.getByRole('tab', { name: 'Workspace' }));
    for (const tab of ['People', 'API keys']) {
      await page.keyboard.press('ArrowRight');
      await page.getByRole('tabpanel', { name: tab }).waitFor();
    }
    await press(page, page.getByRole('button', { name: 'Create a key' }));
    await typeInto(page, { 'What it is for': 'Checkout' });
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Create a key' }));
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

  it('an operator sees the state of the feeds and works through the review queue', async () => {
    await pressFor(page, ['g', 'c'], page.getByRole('article', { name: 'Shop' }).getByText('Fresh'));
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    const group = page.getByRole('listitem').filter({ hasText: unknownStatus });
    await press(page, group.getByRole('button', { name: 'Process again' }));
    await page.getByText('Processing 1 message again.').waitFor();
    // The message leaves the queue while it waits to be processed, and the page may have been read just then.
    await until('the code is unknown again', async () =>
      (await (await world.shop.api('/v1/review')).text()).includes(unknownStatus),
    );
    await page.reload();
    await press(page, group.getByRole('button', { name: 'Dismiss' }));
    await page.getByText('All messages could be read.').waitFor();
  });

  it('a brand manager uploads a logo and sees it', async () => {
    await page.goto('/app/settings/brand');
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const file = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') };
    await page.getByLabel('Logo', { exact: true }).setInputFiles(file);
    const logo = page.getByRole('img', { name: 'Logo', exact: true });
    await until('the logo is drawn', () =>
      logo.evaluate((image: { naturalWidth: number }) => image.naturalWidth === 1),
    );
    await press(page, page.getByRole('button', { name: 'Remove logo' }));
    await logo.waitFor({ state: 'detached' });
  });

  it('returns the focus when something closes', async () => {
    const focused = page.locator(':focus');
    await page.goto('/app/shipments');
    await shownNumbers(page);
    await press(page, page.getByRole('button', { name: 'Views' }));
    await choose(page, page.getByRole('menuitem', { name: 'Save this view' }));
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await focused.and(page.getByRole('button', { name: 'Views' })).waitFor();
    await press(page, page.getByRole('button', { name: 'Add shipments' }));
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Cancel' }));
    await focused.and(page.getByRole('button', { name: 'Add shipments' })).waitFor();

    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary').filter({ has: page.getByText('Tracking id') });
    const badge = panel.getByRole('button', { name: /: why\?$/ });
    await press(page, badge);
    await page.getByRole('dialog').getByText('Confidence').waitFor();
    await until('Escape has closed the reasons', async () => {
      // The first one may belong to a tooltip of a time.
      await page.keyboard.press('Escape');
      return (await page.getByRole('dialog').count()) === 0;
    });
    await focused.and(badge).waitFor();
    await page.keyboard.press('Escape');
    await focused.and(page.getByRole('row')).waitFor();
  });

  it('can close an error message while the dialog behind it is open', async () => {
    await page.goto('/app/shipments?milestone=delivered');
    await press(page, page.getByRole('button', { name: 'Views' }));
    await choose(page, page.getByRole('menuitem', { name: 'Save this view' }));
    await typeInto(page, { 'Name of the view': 'Delivered' });
    await page.route('**/v1/views', (route) => route.abort());
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Save' }));
    const messages = page.getByRole('region', { name: 'Messages' });
    await press(page, messages.getByRole('button', { name: 'Close' }));
    await messages.getByRole('button').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name of the view').inputValue()).toBe('Delivered');
    await page.unroute('**/v1/views');
  });

  it('opens the navigation on a phone and returns from it', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const navigation = page.getByRole('dialog', { name: 'Main navigation' });
    await press(page, page.getByRole('button', { name: 'Main navigation' }));
    // It is visible shortly before it listens, and takes the focus when it does.
    await navigation
      .locator(':focus')
      .or(navigation.and(page.locator(':focus')))
      .waitFor();
    await page.keyboard.press('Escape');
    await navigation.waitFor({ state: 'detached' });
    await page
      .locator(':focus')
      .and(page.getByRole('button', { name: 'Main navigation' }))
      .waitFor();
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('link', { name: 'Shipments', exact: true }));
    await page.getByRole('heading', { name: 'Shipments' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('a recipient gets from the number to the details', async () => {
    const portal = await openSignedOut(browser(), world.server);
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
