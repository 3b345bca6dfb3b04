import type { Role } from '@milepost/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInBrowser } from './harness/in-browser.ts';
import { addPerson, openAs } from './harness/people.ts';
import { namelessShipment, soughtShipment } from './harness/sample-shipments.ts';
import { openWorld, type World } from './harness/world.ts';

const { trackingNumber } = soughtShipment;
const email = namelessShipment.recipient.email;

/** What a role sees on the screen. Other tests check for every route that the server refuses the rest. */
interface Sight {
  role: Role;
  name: string;
  sections: string[];
  settings: string[];
  /** Buttons that change something or show protected data. */
  buttons: string[];
  seesEmail: boolean;
}

const sights: Sight[] = [
  {
    role: 'viewer',
    name: 'Vera Viewer',
    sections: ['Today', 'Shipments', 'Settings'],
    settings: ['Workspace', 'You'],
    buttons: [],
    seesEmail: false,
  },
  {
    role: 'customer_service',
    name: 'Cleo Callcentre',
    sections: ['Today', 'Shipments', 'Carriers & feeds', 'Review', 'Settings'],
    settings: ['Workspace', 'People', 'You'],
    buttons: ['Add shipments', 'Recipient’s link', 'Raw message'],
    seesEmail: true,
  },
  {
    role: 'operations',
    name: 'Otto Operations',
    sections: ['Today', 'Shipments', 'Carriers & feeds', 'Review', 'Settings'],
    settings: ['Workspace', 'People', 'You'],
    buttons: ['Add account', 'Add shipments', 'Raw message', 'Process again', 'Recipient’s link'],
    seesEmail: true,
  },
];

describeInBrowser('the screen of each role', (browser) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.dispose());

  describe.each(sights)('as $role', (sight) => {
    let page: Page;
    beforeAll(async () => {
      const person = await addPerson(world.shop, sight.name, sight.role);
      page = await openAs(browser(), { server: world.server, person });
    });
    afterAll(() => page.context().close());

    it('shows its navigation entries and no others', async () => {
      await page.goto('/app/');
      const sections = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link');
      await sections.first().waitFor();
      expect((await sections.allTextContents()).map((section) => section.replace(/\d+$/, ''))).toEqual(
        sight.sections,
      );
      await page.goto('/app/settings');
      await page.getByRole('tab').first().waitFor();
      expect(await page.getByRole('tab').allTextContents()).toEqual(sight.settings);
    });

    it('offers exactly the permitted actions', async () => {
      const offered = new Set<string>();
      for (const open of [listOf, shipmentOf, carriersOf, reviewOf]) {
        await open(page);
        for (const name of guardedButtons) {
          if ((await page.getByRole('button', { name, exact: true }).count()) > 0) offered.add(name);
        }
      }
      expect([...offered].toSorted()).toEqual(sight.buttons.toSorted());
    });

    it("shows recipients' addresses only to permitted roles", async () => {
      await page.goto(`/app/shipments?trackingNumber=${namelessShipment.trackingNumber}`);
      const row = page.getByRole('row').filter({ hasText: namelessShipment.trackingNumber });
      await row.waitFor();
      expect((await row.textContent())?.includes(email)).toBe(sight.seesEmail);
      await row.getByRole('link').click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText('Last update').waitFor();
      expect((await page.content()).includes(email)).toBe(sight.seesEmail);
    });

    it('answers a typed address with the missing permission and shows nothing of the page', async () => {
      await page.goto('/app/review');
      const refusal = page.getByRole('alert').filter({ hasText: 'does not have the scope review:read' });
      const section = page.getByText('left_on_the_moon');
      await refusal.or(section).waitFor();
      expect(await refusal.count()).toBe(sight.sections.includes('Review') ? 0 : 1);
      expect(await section.count()).toBe(sight.sections.includes('Review') ? 1 : 0);
    });
  });
});

const guardedButtons = [
  'Add shipments',
  'Add account',
  'Raw message',
  'Process again',
  'Recipient’s link',
  'Create a key',
  'Invite',
];

async function listOf(page: Page): Promise<void> {
  await page.goto(`/app/shipments?trackingNumber=${trackingNumber}`);
  await page.getByRole('row').filter({ hasText: trackingNumber }).waitFor();
}

async function shipmentOf(page: Page): Promise<void> {
  await listOf(page);
  await page.getByRole('link', { name: trackingNumber }).click();
  await page.getByRole('heading', { level: 1, name: trackingNumber }).waitFor();
  await page.locator('summary', { hasText: 'Why' }).click();
  await page.getByRole('heading', { name: 'Sources' }).waitFor();
}

async function carriersOf(page: Page): Promise<void> {
  await page.goto('/app/carriers');
  await page.getByRole('article').or(page.getByRole('alert')).first().waitFor();
}

async function reviewOf(page: Page): Promise<void> {
  await page.goto('/app/review');
  await page.getByRole('listitem').or(page.getByRole('alert')).first().waitFor();
}
