import type { Browser } from 'playwright-core';
import { gzipOnly, kilobytesOf, watchTransfers } from './watch-transfers.ts';

/** The scripts that a portal page loads in a browser with an empty cache. */
export async function measurePortalPage(
  browser: Browser,
  address: string,
): Promise<{ portalScriptKb: number }> {
  const context = await browser.newContext({ extraHTTPHeaders: gzipOnly });
  const page = await context.newPage();
  const transfers = watchTransfers(page);
  await page.goto(address);
  // Once the script shows its controls it has run, and everything it loads is loaded.
  await page.locator('[data-print]').first().waitFor();
  const scripts = (await transfers()).filter(({ kind }) => kind === 'script');
  if (scripts.length === 0) throw new Error('The portal page loaded no script.');
  await context.close();
  return { portalScriptKb: kilobytesOf(scripts) };
}
