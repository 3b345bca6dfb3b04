import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type BreakableConnection, openBreakableConnection } from './harness/breakable-connection.ts';
import { describeInBrowser } from './harness/in-browser.ts';
import { openAs } from './harness/people.ts';
import { rowOfShipment, shownNumbers } from './harness/shown-numbers.ts';
import { until } from './harness/until.ts';
import { openWorld, type World } from './harness/world.ts';

describeInBrowser('the open screen', (browser) => {
  let world: World;
  let connection: BreakableConnection;
  let page: Page;
  let numbers: string[];
  /** Later with every push, so that each event is the newest. */
  let minute = 0;
  const pushEvent = async (number: string, status: string): Promise<void> => {
    const time = new Date(Date.now() - (9 - minute++) * 1_000).toISOString();
    expect(await world.shop.push({ number, status, time })).toBeLessThan(300);
  };
  const stream = (state: string) => page.getByRole('status').filter({ hasText: state });

  beforeAll(async () => {
    world = await openWorld();
    connection = await openBreakableConnection(world.server.url);
    // The session is valid for both addresses, because cookies ignore ports.
    const screen = { baseURL: connection.url };
    page = await openAs(browser(), { server: world.server, person: world.admin, screen });
  });
  afterAll(async () => {
    await connection.close();
    await world.dispose();
  });
  beforeEach(async () => {
    await page.goto('/app/shipments?milestone=in_transit,out_for_delivery,available_for_pickup');
    await stream('Live').waitFor();
    numbers = await shownNumbers(page);
  });

  it('shows a change at once and leaves the row under the pointer where it is', async () => {
    const [, , pointedAt = '', , , , changed = ''] = numbers;
    await rowOfShipment(page, pointedAt).hover();
    const before = await rowOfShipment(page, pointedAt).boundingBox();
    await pushEvent(changed, 'out_for_delivery.arriving_soon');
    await status(rowOfShipment(page, changed), 'With the driver').waitFor();
    await page.getByRole('button', { name: '1 change · show in order' }).waitFor();
    expect(await rowOfShipment(page, pointedAt).boundingBox()).toEqual(before);
    expect(await shownNumbers(page)).toEqual(numbers);

    await page.getByRole('button', { name: 'show in order' }).click();
    await until('the changed row is on top', async () => (await shownNumbers(page))[0] === changed);
    expect((await shownNumbers(page)).filter((number) => number === changed)).toEqual([changed]);
  });

  it('shows events that arrived after the list was read and before the stream was open', async () => {
    const opening = Promise.withResolvers<void>();
    await page.route('**/v1/stream', async (route) => {
      await opening.promise;
      await route.continue();
    });
    await page.reload();
    await stream('Connecting').waitFor();
    const number = (await shownNumbers(page))[11] ?? '';
    await pushEvent(number, 'available_for_pickup.ready');
    await until('the server knows of it', async () => {
      const found = await world.shop.api(`/v1/track?number=${number}`);
      return (await found.text()).includes('available_for_pickup.ready');
    });
    opening.resolve();
    await status(rowOfShipment(page, number), 'Ready for pickup').waitFor();
    await page.unroute('**/v1/stream');
  });

  it('sorts the rows by itself while no pointer is on them', async () => {
    const changed = numbers[5] ?? '';
    await page.mouse.move(0, 0);
    await pushEvent(changed, 'available_for_pickup.ready');
    await until('the changed row is on top', async () => (await shownNumbers(page))[0] === changed);
  });

  it.each([
    ['no event had arrived before', false],
    ['an event had arrived before', true],
  ])('shows the events of a lost connection afterwards, each once, when %s', async (_, hasReceived) => {
    const number = numbers[hasReceived ? 8 : 9] ?? '';
    await rowOfShipment(page, number).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: number }).waitFor();
    await expect.poll(() => timeline(page)).toHaveLength(1);
    if (hasReceived) {
      await pushEvent(number, 'in_transit.departed_origin');
      await expect.poll(() => timeline(page)).toHaveLength(2);
    }
    connection.cut();
    await stream('Offline').waitFor();
    await pushEvent(number, 'in_transit.arrived_facility');
    await pushEvent(number, 'out_for_delivery.with_driver');
    connection.mend();
    await page.getByRole('button', { name: 'With the driver: why?' }).waitFor();
    await pushEvent(number, 'delivered.signed');
    await page.getByRole('button', { name: 'Delivered: why?' }).waitFor();
    await expect.poll(() => timeline(page)).toHaveLength(hasReceived ? 5 : 4);
    expect(await timeline(page)).toEqual(await recorded(world, number));
  });

  it('shows when the server is unavailable, and is live again when it is back', async () => {
    const number = numbers[10] ?? '';
    await world.server.stop();
    await stream('Offline').waitFor();
    await world.server.start();
    await stream('Live').waitFor();
    await pushEvent(number, 'available_for_pickup.ready');
    await status(rowOfShipment(page, number), 'Ready for pickup').waitFor();
  });
});

function status(row: Locator, label: string): Locator {
  return row.getByRole('button', { name: `${label}: why?` });
}

/** The timeline on the screen, newest first. */
async function timeline(page: Page): Promise<string[]> {
  const entries = page.getByRole('listitem').filter({ has: page.locator('summary') });
  return entries.getByRole('paragraph').filter({ hasText: /[.]$/ }).allTextContents();
}

/** The record's timeline. */
async function recorded({ shop }: World, number: string): Promise<string[]> {
  const found = await shop.api(`/v1/track?number=${number}`);
  // The contract's trackResult.
  const { shipments } = (await found.json()) as { shipments: { timeline: { meaning: string }[] }[] };
  return shipments.flatMap(({ timeline }) => timeline.map(({ meaning }) => meaning));
}
