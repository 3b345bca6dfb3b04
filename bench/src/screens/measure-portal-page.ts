import type { Browser } from 'playwright-core';
import { gzipOnly, kilobytesOf, watchTransfers } from './watch-transfers.ts';

/** What a portal page loads of scripts, in a browser that knows nothing yet. */
export async function measurePortalPage(
  browser: Browser,
  address: string,
): Promise<{ portalScriptKb: number }> {
  const context = await browser.newContext({ extraHTTPHeaders: gzipOnly });
  const page = await context.newPage();
  const transfers = watchTransfers(page);
  await page.goto(address);
  // The script shows what it offers; then it has run, and whatever it loads is loaded.
  await page.locator('[data-print]').first().waitFor();
  const scripts = (await transfers()).filter(({ kind }) => kind === 'script');
  if (scripts.length === 0) throw new Error('The portal page loaded no script.');
  await context.close();
  return { portalScriptKb: kilobytesOf(scripts) };
}
