import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openSignedOut } from '../harness/people.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { settle } from '../harness/settle.ts';
import { textOf } from '../harness/text-of.ts';
import { shipmentsAt } from './demo.ts';
import { linkTo } from './portal-pictures.ts';

interface ShowcaseOptions {
  server: ServerProcess;
  /** A user with all permissions. */
  inside: Page;
  folder: string;
}

/** The three pictures of the README: the list, a shipment, and the recipient's page on a phone. */
export async function takeShowcase(
  browser: Browser,
  { server, inside, folder }: ShowcaseOptions,
): Promise<void> {
  // Out for delivery is the most interesting state, but a new demo may have no such parcel.
  const [nearly] = await shipmentsAt(server, 'out_for_delivery', 1);
  const [there] = await shipmentsAt(server, 'delivered', 1);
  const trackingId = textOf(nearly ?? there, 'trackingId');
  await inside.emulateMedia({ colorScheme: 'light' });
  await inside.setViewportSize({ width: 1440, height: 840 });
  await inside.goto('/app/shipments');
  await inside.getByRole('table').waitFor();
  await photograph(inside, join(folder, 'dashboard.png'));

  await inside.goto(`/app/shipments/${trackingId}`);
  await inside.locator('summary').first().waitFor();
  // The map is drawn without a graphics card here.
  await inside.locator('canvas').waitFor({ timeout: 60_000 });
  await photograph(inside, join(folder, 'shipment.png'));

  const portal = await openSignedOut(browser, server);
  await portal.setViewportSize({ width: 480, height: 900 });
  await portal.goto(await linkTo(server, trackingId));
  await photograph(portal, join(folder, 'portal.png'));
  await portal.context().close();
}

async function photograph(page: Page, path: string): Promise<void> {
  await settle(page);
  await page.screenshot({ path });
}
