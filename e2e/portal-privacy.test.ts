import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { findViolations } from './harness/find-violations.ts';
import { describeInBrowser } from './harness/in-browser.ts';
import { openSignedOut } from './harness/people.ts';
import { namelessShipment, soughtShipment } from './harness/sample-shipments.ts';
import { textOf } from './harness/text-of.ts';
import { openWorld, type World } from './harness/world.ts';
import { linkTo } from './pictures/portal-pictures.ts';

const { trackingNumber, recipient, destination, references } = soughtShipment;

/** The languages, and the text of each for a parcel in transit. */
const languages = [
  ['en', 'ltr', 'On its way'],
  ['nl', 'ltr', 'Onderweg'],
  ['de', 'ltr', 'Unterwegs'],
  ['fr', 'ltr', 'En route'],
  ['es', 'ltr', 'En camino'],
  ['it', 'ltr', 'In viaggio'],
  ['pl', 'ltr', 'W drodze'],
  ['pt', 'ltr', 'A caminho'],
  ['tr', 'ltr', 'Yolda'],
  ['ar', 'rtl', 'في الطريق'],
] as const;

describeInBrowser('the page of a recipient', (browser) => {
  let world: World;
  let page: Page;
  let trackingId: string;
  let link: string;
  beforeAll(async () => {
    world = await openWorld();
    trackingId = await trackingIdOf(world, trackingNumber);
    link = await linkTo(world.server, trackingId);
  });
  afterAll(() => world.dispose());
  beforeEach(async () => {
    await page?.context().close();
    page = await openSignedOut(browser(), world.server);
  });

  it.each(languages)(
    'is shown in %s, from %s, without accessibility violations',
    async (language, direction, title) => {
      await page.goto(`${link}&lang=${language}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      const root = page.locator('html');
      expect(await root.getAttribute('lang')).toBe(language);
      expect(await root.getAttribute('dir')).toBe(direction);
      await page.getByText(recipient.name).waitFor();
      expect(await findViolations(page)).toEqual([]);
    },
  );

  it('opens with its signed link and with no other', async () => {
    const key = new URL(link).searchParams.get('k') ?? '';
    const other = await trackingIdOf(world, namelessShipment.trackingNumber);
    const tampered = key.slice(0, -2) + (key.endsWith('AA') ? 'BB' : 'AA');
    for (const path of [`/t/${trackingId}?k=${tampered}`, `/t/${other}?k=${key}`]) {
      await page.goto(`${path}&lang=en`);
      await page.getByLabel('Postcode').waitFor();
      expect(await page.content()).not.toMatch(/Marguerite|Weighed|First scan/);
    }
    await page.goto(`/t/${trackingId}?k=${key}&lang=en`);
    await page.getByText(recipient.name).waitFor();
    expect(await page.content()).toContain(references[0]);
  });

  it('gives the same answer for an unknown number and for a wrong postcode', async () => {
    const unknown = await lookUp(page, 'LAMP-2026-9999', destination.postcode);
    const wrong = await lookUp(page, references[0], '1000 AA');
    const missing = await lookUp(page, references[0], '');
    expect(wrong).toEqual(unknown);
    expect(missing).toEqual(unknown);
    expect(unknown.status).toBeGreaterThanOrEqual(400);
    await page.getByText('We could not find that parcel.').waitFor();
  });

  it('limits a client that guesses numbers, even before the right one', async () => {
    for (let tries = 0; tries < 20; tries++) {
      const number = `LAMP-2026-${1_000 + tries}`;
      await page.request.post('/t?lang=en', { form: { number, postcode: '4301 XZ' } });
    }
    const { status } = await lookUp(page, references[0], destination.postcode);
    expect(status).toBe(429);
    await page.getByText('Too many attempts.').waitFor();
    expect(await page.content()).not.toContain(recipient.name);
  });
});

/** The page's answer, without the typed text. */
async function lookUp(
  page: Page,
  number: string,
  postcode: string,
): Promise<{ status: number; page: string }> {
  await page.goto('/t?lang=en');
  await page.getByLabel('Tracking number or order number').fill(number);
  await page.getByLabel('Postcode').fill(postcode);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest()),
    page.getByRole('button', { name: 'Find parcel' }).click(),
  ]);
  await page.waitForLoadState();
  const shown = await page.locator('main').ariaSnapshot();
  return { status: answer.status(), page: shown.replaceAll(/(textbox "[^"]*").*/g, '$1') };
}

async function trackingIdOf({ shop }: World, number: string): Promise<string> {
  const answer = await shop.api(`/v1/shipments?trackingNumber=${number}`);
  // The contract's shipmentPage.
  const { shipments } = (await answer.json()) as { shipments: unknown[] };
  return textOf(shipments[0], 'trackingId');
}
