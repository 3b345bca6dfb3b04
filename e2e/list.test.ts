import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './harness/in-browser.ts';
import { choose, press, pressFor, typeInto } from './harness/keyboard.ts';
import { addPerson, openAs, type Person } from './harness/people.ts';
import { shownNumbers } from './harness/shown-numbers.ts';
import { until } from './harness/until.ts';
import { openWorld, type World } from './harness/world.ts';

describeInBrowser('the list of shipments', (browser) => {
  let world: World;
  let colleague: Person;
  let page: Page;
  /** Address of the saved view, as sent to other users. */
  let sharedAddress = '';
  beforeAll(async () => {
    world = await openWorld();
    colleague = await addPerson(world.shop, 'Otto Operations', 'operations');
    page = await openAs(browser(), { server: world.server, person: world.admin });
  });
  afterAll(() => world.dispose());

  it('keeps a menu open that was opened before everything had loaded', async () => {
    const { promise: isOpen, resolve: goOn } = Promise.withResolvers<void>();
    const later = ['**/v1/shipments/count*', '**/v1/carriers'];
    for (const address of later) {
      await page.route(address, async (route) => {
        await isOpen;
        await route.continue();
      });
    }
    await page.goto('/app/shipments');
    await page.getByRole('table', { name: 'Shipments' }).waitFor();
    const first = page.locator('[role=menuitem]:focus');
    await pressFor(page, ['/'], first);
    goOn();
    await page.getByText(/^\d+ shipments$/).waitFor();
    expect(await first.count()).toBe(1);
    await page.unrouteAll();
  });

  it('is filtered by keyboard and keeps the filters in its address', async () => {
    await page.goto('/app/shipments');
    await page.getByRole('table', { name: 'Shipments' }).waitFor();
    await pressFor(page, ['/'], page.locator('[role=menuitem]:focus'));
    await choose(page, page.getByRole('menuitem', { name: 'Status' }));
    await choose(page, page.getByRole('menuitem', { name: /^In transit/ }));
    await page.waitForURL('**/app/shipments?milestone=in_transit');

    await pressFor(page, ['/'], page.locator('[role=menuitem]:focus'));
    await choose(page, page.getByRole('menuitem', { name: 'Country' }));
    await page.keyboard.type('BE');
    await page.keyboard.press('Enter');
    await page.waitForURL(/milestone=in_transit&destinationCountry=BE$/);

    const expected = await filtered(world);
    expect(expected.length).toBeGreaterThan(4);
    await page.getByText(`${expected.length} shipments`).waitFor();
    expect(await shownNumbers(page)).toEqual(expected.map(({ trackingNumber }) => trackingNumber));
  });

  it('is saved under a name and counted', async () => {
    await press(page, page.getByRole('button', { name: 'Sort' }));
    await choose(page, page.getByRole('menuitemcheckbox', { name: 'Oldest first' }));
    await page.keyboard.press('Escape');
    await press(page, page.getByRole('button', { name: 'Views' }));
    await choose(page, page.getByRole('menuitem', { name: 'Save this view' }));
    await page.getByRole('dialog', { name: 'Save this view' }).waitFor();
    await typeInto(page, { 'Name of the view': 'Belgium, moving' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await press(page, page.getByRole('button', { name: 'Save', exact: true }));
    await page.getByText('View “Belgium, moving” saved.').waitFor();
    sharedAddress = page.url();
  });

  it('shows the same rows under the same name to another user who opens its address', async () => {
    const other = await openAs(browser(), { server: world.server, person: colleague });
    await other.goto(sharedAddress);
    await other.getByRole('button', { name: 'Belgium, moving' }).waitFor();
    const mine = await shownNumbers(page);
    expect(mine.length).toBeGreaterThan(4);
    expect(await shownNumbers(other)).toEqual(mine);

    await other.goto('/app/shipments');
    await other.getByRole('table').waitFor();
    await other.getByRole('button', { name: 'Views' }).click();
    await other.getByRole('menuitemcheckbox', { name: `Belgium, moving · ${mine.length}` }).click();
    await until('the saved view is shown', async () => (await shownNumbers(other)).length === mine.length);
    expect(await shownNumbers(other)).toEqual(mine);
    await other.context().close();
  });

  it.each(['CSV', 'NDJSON'] as const)(
    'is exported as %s exactly as filtered, with the values of the list',
    async (format) => {
      await page.goto('/app/shipments?milestone=in_transit&destinationCountry=BE');
      const expected = await filtered(world);
      await page.getByText(`${expected.length} shipments`).waitFor();
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: new RegExp(`^${format},`) }).click(),
      ]);
      await page.getByText(`${expected.length} rows exported.`).waitFor();
      expect(download.suggestedFilename()).toBe(`shipments.${format.toLowerCase()}`);
      const content = readFileSync(await download.path(), 'utf8');
      const rows = format === 'CSV' ? rowsOfCsv(content) : rowsOfNdjson(content);
      expect(rows.toSorted(byId)).toEqual(expected.toSorted(byId));
    },
  );
});

interface Row {
  id: string;
  trackingNumber: string;
  milestone: string;
  recipientEmail: string;
}

/** The API's answer to the same filter. */
async function filtered({ shop }: World): Promise<Row[]> {
  const answer = await shop.api('/v1/shipments?milestone=in_transit&destinationCountry=BE&limit=200');
  // The contract's shipmentPage.
  const { shipments } = (await answer.json()) as { shipments: unknown[] };
  return shipments.map(rowOf);
}

function rowsOfNdjson(content: string): Row[] {
  const lines = content.trimEnd().split('\n');
  return lines.map((line) => rowOf(JSON.parse(line)));
}

function rowOf(shipment: unknown): Row {
  // The contract's shipment; a missing field fails the comparison.
  const { id, trackingNumber, milestone, recipient } = shipment as Row & { recipient: { email: string } };
  return { id, trackingNumber, milestone, recipientEmail: recipient.email };
}

function rowsOfCsv(content: string): Row[] {
  const [heading = '', ...lines] = content.trimEnd().split(/\r?\n/);
  const names = heading.replace(/^\uFEFF/, '').split(',');
  return lines.map((line) => {
    const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
    const value = (name: string) =>
      (cells[names.indexOf(name)] ?? '').replace(/,$/, '').replace(/^"|"$/g, '');
    return {
      id: value('id'),
      trackingNumber: value('tracking_number'),
      milestone: value('milestone'),
      recipientEmail: value('recipient_email'),
    };
  });
}

function byId(left: Row, right: Row): number {
  return left.id < right.id ? -1 : 1;
}
