import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PortalRenderer } from '@milepost/contract';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from './harness/find-browser.ts';
import { findViolations } from './harness/find-violations.ts';
import { addressesFor, portalStates } from './harness/portal-states.ts';
import { makeServer, type ServerProcess } from './harness/server-process.ts';
import { openShop, type Shop } from './harness/shop.ts';
import { until } from './harness/until.ts';

const executablePath = findBrowser();
const origin = 'https://portal.example';
/** Folder for pictures of every state; absent: no pictures are taken. */
const pictureFolder = process.env.MILEPOST_PICTURES;

describe.skipIf(executablePath === null)(
  executablePath === null ? 'skipped: no Chromium on this machine' : 'the portal in a browser',
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    });
    afterAll(() => browser.close());

    describe('every state, without script', () => {
      let renderer: PortalRenderer;
      beforeAll(async () => {
        const file = join(import.meta.dirname, '../packages/web/dist/portal/server/render.js');
        const module: { renderer: PortalRenderer } = await import(pathToFileURL(file).href);
        ({ renderer } = module);
      });

      const eachFourth = portalStates.filter((_, index) => index % 4 === 2);
      it.each([
        ['light', 'en', 390, portalStates],
        ['dark', 'ar', 390, portalStates],
        ['light', 'de', 1440, eachFourth],
      ] as const)('has no axe violation: %s, %s, %i px', async (colorScheme, language, width, states) => {
        const viewport = { width, height: 844 };
        const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
        const page = await context.newPage();
        for (const { name, page: shown } of states) {
          const { html } = renderer.renderPage(shown, addressesFor(language));
          await page.route(`${origin}/**`, (route) =>
            route.fulfill({ contentType: 'text/html', body: html }),
          );
          await page.goto(`${origin}/${name}`);
          expect(await findViolations(page), name).toEqual([]);
          expect(await overflowOf(page), `${name} is wider than the screen`).toBeLessThanOrEqual(0);
          await photograph(page, `portal-${name}-${language}-${colorScheme}-${width}`);
          await page.unrouteAll();
        }
        await context.close();
      });
    });

    describe('on the running product', () => {
      let server: ServerProcess;
      let shop: Shop;
      let trackingId: string;
      const number = 'TOY123456';
      beforeAll(async () => {
        server = await makeServer();
        await server.start();
        shop = await openShop(server);
        const body = {
          carrier: 'generic',
          trackingNumber: number,
          recipient: { name: 'Ada Recipient' },
          destination: { name: 'Utrecht', postcode: '3511 LX', country: 'NL' },
        };
        const made: unknown = await (await shop.api('/v1/shipments', { method: 'POST', body })).json();
        trackingId =
          typeof made === 'object' && made !== null && 'trackingId' in made ? String(made.trackingId) : '';
        await shop.push({ number, status: 'in_transit.accepted', time: '2026-03-03T08:15:00Z' });
        await milestoneOf(shop, 'in_transit');
      });
      afterAll(() => server.dispose());

      it('leads from the number to the details without a script', async () => {
        const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
        const page = await context.newPage();
        await page.goto(`${server.url}/t`);
        await page.getByLabel('Tracking number or order number').fill(number);
        await page.getByRole('button', { name: 'Find parcel' }).click();
        await page.getByRole('heading', { name: 'On its way' }).waitFor();
        expect(await page.content()).not.toMatch(/Ada|TOY123456/);
        await page.getByLabel('Postcode').fill('9999 ZZ');
        await page.getByRole('button', { name: 'Show details' }).click();
        await page.getByRole('alert').waitFor();
        await page.getByLabel('Postcode').fill('3511lx');
        await page.getByRole('button', { name: 'Find parcel' }).click();
        await page.getByText('Ada Recipient').waitFor();
        await context.close();
      });

      it('shows changes while it is open, contacts no other host, and violates no content security policy', async () => {
        const context = await browser.newContext({ locale: 'nl-NL' });
        const page = await context.newPage();
        const violations: string[] = [];
        const otherHosts: string[] = [];
        page.on('console', (message) => message.type() === 'error' && violations.push(message.text()));
        page.on(
          'request',
          (request) => !request.url().startsWith(server.url) && otherHosts.push(request.url()),
        );
        await page.goto(await linkTo(shop, trackingId));
        await page.getByRole('heading', { level: 1, name: 'Onderweg' }).waitFor();
        await page.getByRole('button', { name: 'Afdrukken' }).waitFor();
        await page.evaluate("document.body.setAttribute('data-kept', 'yes')");
        // Only a parcel that is with the driver today is delivered today.
        const now = new Date().toISOString();
        await shop.push({ number, status: 'out_for_delivery.with_driver', time: now });
        await page.getByRole('heading', { level: 1, name: 'Komt vandaag' }).waitFor({ timeout: 10_000 });
        // The page was not reloaded, and its controls still work.
        expect(await page.locator('body').getAttribute('data-kept')).toBe('yes');
        await page.getByRole('button', { name: 'Afdrukken' }).waitFor();
        expect(await findViolations(page)).toEqual([]);
        expect({ violations, otherHosts }).toEqual({ violations: [], otherHosts: [] });
        await context.close();
      });

      it('loads at most 40 kB of script', async () => {
        const markup = await (await fetch(`${server.url}/t`)).text();
        const scripts = [...markup.matchAll(/<script type="module" src="([^"]+)"/g)].map(
          ([, source]) => source,
        );
        expect(scripts).toHaveLength(1);
        const answer = await fetch(`${server.url}${scripts[0]}`, { headers: { 'accept-encoding': 'gzip' } });
        expect(answer.headers.get('content-encoding')).toBe('gzip');
        expect((await answer.arrayBuffer()).byteLength).toBeLessThan(40_000);
      });

      it('logs no tracking id and no number', () => {
        expect(server.output()).not.toContain(trackingId);
        expect(server.output()).not.toContain(number);
      });
    });

    async function photograph(page: Page, name: string): Promise<void> {
      if (pictureFolder === undefined) return;
      mkdirSync(pictureFolder, { recursive: true });
      await page.screenshot({ path: join(pictureFolder, `${name}.png`), fullPage: true });
    }
  },
);

/** Pixels of horizontal overflow. */
async function overflowOf(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
}

async function linkTo(shop: Shop, trackingId: string): Promise<string> {
  const answer: unknown = await (
    await shop.api(`/v1/shipments/${trackingId}/link`, { method: 'POST', body: {} })
  ).json();
  if (typeof answer === 'object' && answer !== null && 'url' in answer) return String(answer.url);
  throw new Error(`No link: ${JSON.stringify(answer)}`);
}

/** Waits until the shipment has reached the milestone. */
async function milestoneOf(shop: Shop, milestone: string): Promise<void> {
  await until(`the shipment reaches ${milestone}`, async () =>
    (await (await shop.api('/v1/shipments')).text()).includes(`"milestone":"${milestone}"`),
  );
}
