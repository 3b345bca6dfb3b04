import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './harness/in-browser.ts';
import { press, pressFor } from './harness/keyboard.ts';
import { openAs } from './harness/people.ts';
import { soughtShipment } from './harness/sample-shipments.ts';
import { openWorld, type World } from './harness/world.ts';

const { trackingNumber, recipient } = soughtShipment;

describeInBrowser('search during a phone call', (browser) => {
  let world: World;
  let page: Page;
  beforeAll(async () => {
    world = await openWorld();
    page = await openAs(browser(), { server: world.server, person: world.admin });
  });
  afterAll(() => world.dispose());

  it.each([
    ['its number', 'kayak 7700421', 'By tracking number'],
    ['its order', 'lamp-2026-0815', 'By order or reference'],
    ['a name with a slip of the finger', 'margerite oosterhuis', 'By name'],
    ['the e-mail address', 'marguerite@oosterhuis.example', 'By e-mail address'],
    ['the postcode', '4301xz', 'By postcode'],
  ])('finds a shipment by %s, and opens it without a mouse', async (_, typed, group) => {
    await page.goto('/app/');
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    await pressFor(page, ['ControlOrMeta+k'], page.getByRole('dialog', { name: 'Find anything' }));
    await page.keyboard.type(typed);
    const found = page.getByRole('group', { name: group }).getByRole('option', { name: trackingNumber });
    await found.waitFor();
    // Only one shipment matches this text, so the best hit is the only one, and Enter opens it. Partial
    // matches may be shown until the whole text is typed.
    await expect.poll(() => page.getByRole('option', { name: /KAYAK|CANOE/ }).count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: trackingNumber }).waitFor();
    await page.getByText(recipient.name).waitFor();
  });

  it('shows a message when nothing is found', async () => {
    await pressFor(page, ['ControlOrMeta+k'], page.getByRole('dialog', { name: 'Find anything' }));
    await page.keyboard.type('zzzzzzzz');
    await page.getByText('No results.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it("shows why a status applies, down to the carrier's message", async () => {
    await page.goto(`/app/shipments?trackingNumber=${trackingNumber}`);
    await press(page, page.getByRole('button', { name: 'In transit: why?' }));
    const reasons = page.getByRole('dialog', { name: 'Why In transit' });
    await reasons.getByText('in_transit.accepted').waitFor();
    await reasons.getByText('Confidence').waitFor();
    await press(page, reasons.getByRole('link', { name: 'Open as a page' }));

    await page.getByRole('heading', { level: 1, name: trackingNumber }).waitFor();
    await press(page, page.locator('summary', { hasText: 'Why' }));
    await press(page, page.getByRole('button', { name: 'Raw message' }));
    await page.getByRole('heading', { name: 'What we read in it' }).waitFor();
    const sent: unknown = JSON.parse((await page.locator('pre').first().textContent()) ?? '');
    expect(sent).toMatchObject({
      trackingNumber,
      events: [{ status: 'in_transit.accepted', text: 'Weighed 412 grams at the counter' }],
    });
  });
});
