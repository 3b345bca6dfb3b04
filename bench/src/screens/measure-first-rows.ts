import type { Browser, Page } from 'playwright-core';
import { median, toHundredths } from '../percentile.ts';
import { readNote } from './read-note.ts';
import type { SignedIn } from './sign-in.ts';
import { gzipOnly, kilobytesOf, watchTransfers } from './watch-transfers.ts';

export const desktop = { width: 1440, height: 900 };
const rounds = 5;

export interface FirstRows {
  listFirstRowsMs: number | null;
  listFirstRowsKeptMs: number | null;
  dashboardEntryKb: number;
}

/** Runs in the page before any other script: records when the first rows were painted. */
const noteFirstRows = `(() => {
  let isThere = false;
  const look = () => {
    if (isThere || document.querySelector('tbody tr[aria-rowindex]') === null) return;
    isThere = true;
    requestAnimationFrame(() => setTimeout(() => { globalThis.firstRowsMs = performance.now(); }));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
})()`;

/**
 * Opens the list in a browser with an empty cache, and once more in the same browser with everything cached
 * but the rows.
 */
export async function measureFirstRows(
  browser: Browser,
  url: string,
  signedIn: SignedIn,
): Promise<FirstRows> {
  const freshMs: number[] = [];
  const keptMs: number[] = [];
  const entriesKb: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({
      storageState: signedIn,
      viewport: desktop,
      extraHTTPHeaders: gzipOnly,
    });
    const page = await context.newPage();
    await page.addInitScript(noteFirstRows);
    const transfers = watchTransfers(page);
    freshMs.push(await openList(page, url));
    entriesKb.push(kilobytesOf(await transfers()));
    keptMs.push(await openList(page, url));
    await context.close();
  }
  return {
    listFirstRowsMs: median(freshMs),
    listFirstRowsKeptMs: median(keptMs),
    // The sizes follow from the build; if a round differs, the largest counts.
    dashboardEntryKb: toHundredths(Math.max(...entriesKb)),
  };
}

async function openList(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/app/shipments`, { waitUntil: 'commit' });
  return readNote(page, 'firstRowsMs');
}
