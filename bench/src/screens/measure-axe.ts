import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PortalRenderer } from '@milepost/contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findViolations } from '../../../e2e/harness/find-violations.ts';
import { addressesFor, portalStates } from '../../../e2e/harness/portal-states.ts';
import { root } from '../checkout.ts';
import type { Log } from '../log.ts';
import { type AuditedPage, dashboardPages, portalPages } from './audited-pages.ts';
import { desktop } from './measure-first-rows.ts';
import type { SignedIn } from './sign-in.ts';

export interface AuditGiven {
  url: string;
  signedIn: SignedIn;
  trackingId: string;
  /** Path and search of the portal page with its details open. */
  link: string;
  log: Log;
}

export interface AuditResult {
  axeViolations: number;
  pagesAudited: number;
}

const phone = { width: 390, height: 844 };
const themes = ['light', 'dark'] as const;

/**
 * Runs axe on every page and state in both themes: the dashboard at desktop size, the portal at phone size.
 */
export async function measureAxe(browser: Browser, given: AuditGiven): Promise<AuditResult> {
  const sum: AuditResult = { axeViolations: 0, pagesAudited: 0 };
  const look = async (page: Page, name: string): Promise<void> => {
    const violations = await findViolations(page);
    for (const { rule, html } of violations) given.log(`axe: ${name}: ${rule}: ${html}`);
    sum.axeViolations += new Set(violations.map(({ rule }) => rule)).size;
    sum.pagesAudited += 1;
  };
  for (const colorScheme of themes) {
    const common = { colorScheme, reducedMotion: 'reduce' } as const;
    const office = await browser.newContext({ ...common, viewport: desktop, storageState: given.signedIn });
    for (const audited of dashboardPages(given.trackingId))
      await onPage(office, given.url, audited, (page) => look(page, `${audited.name}, ${colorScheme}`));
    await office.close();
    const pocket = await browser.newContext({ ...common, viewport: phone });
    for (const audited of portalPages(given.trackingId, given.link))
      await onPage(pocket, given.url, audited, (page) => look(page, `${audited.name}, ${colorScheme}`));
    await onSampleStates(pocket, (page, name) => look(page, `portal, ${name}, ${colorScheme}`));
    await pocket.close();
  }
  return sum;
}

/** Time for what follows the answers: a rendered list, a panel that slides in. */
const settleMs = 400;

async function onPage(
  context: BrowserContext,
  url: string,
  { name, path: address, keepsSkeletons, act }: AuditedPage,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(url + address);
    // An error page has no heading.
    const content = page
      .getByRole('heading')
      .or(page.getByRole('alert'))
      .or(page.getByText('Page not found.'));
    await content.first().waitFor();
    if (!keepsSkeletons) await page.locator('[class*="skeleton"]').first().waitFor({ state: 'detached' });
    await act?.(page);
    await page.waitForTimeout(settleMs);
    await look(page);
  } catch (error) {
    throw new Error(`on ${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  await page.close();
}

/** Rare states, rendered by the portal's own renderer. */
async function onSampleStates(
  context: BrowserContext,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const file = path.join(root, 'packages/web/dist/portal/server/render.js');
  const built: { renderer: PortalRenderer } = await import(pathToFileURL(file).href);
  const origin = 'https://portal.example';
  const page = await context.newPage();
  for (const { name, page: shown } of portalStates) {
    const { html } = built.renderer.renderPage(shown, addressesFor('en'));
    await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(`${origin}/${name}`);
    await look(page, name);
    await page.unrouteAll();
  }
  await page.close();
}
