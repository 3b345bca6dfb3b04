import type { Browser, Page } from 'playwright-core';
import { median } from '../percentile.ts';
import { desktop } from './measure-first-rows.ts';
import { readNote } from './read-note.ts';
import type { SignedIn } from './sign-in.ts';

/** Labels of milestones on the screen: rare ones that are not visible without a filter. */
const labels = ['Exception', 'In transit', 'Expired', 'Returned', 'With the driver'];

/** Selects a different filter each time and waits for the rows of its answer. */
export async function measureFilter(
  browser: Browser,
  url: string,
  signedIn: SignedIn,
): Promise<{ listFilterMs: number | null }> {
  const context = await browser.newContext({ storageState: signedIn, viewport: desktop });
  const timesMs: number[] = [];
  for (const label of labels) {
    const page = await context.newPage();
    await page.goto(`${url}/app/shipments`);
    await page.locator('tbody tr[aria-rowindex]').first().waitFor();
    timesMs.push(await applyFilter(page, label));
    await page.close();
  }
  await context.close();
  return { listFilterMs: median(timesMs) };
}

async function applyFilter(page: Page, label: string): Promise<number> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Status', exact: true }).hover();
  const item = page.getByRole('menuitem', { name: new RegExp(`^${label}`) });
  await item.waitFor();
  await page.evaluate(noteAnswer(label));
  await item.click();
  return readNote(page, 'answeredMs');
}

/** Runs in the page: from the next click until other rows, all with that label, were painted. */
function noteAnswer(label: string): string {
  return `(() => {
    const rows = () => [...document.querySelectorAll('tbody tr[aria-rowindex]')];
    const names = () => rows().map((row) => row.querySelector('a')?.getAttribute('href')).join();
    const before = names();
    let clickedAt = 0;
    let isThere = false;
    document.addEventListener('click', (event) => { clickedAt ||= event.timeStamp; }, { capture: true });
    const look = () => {
      if (isThere || clickedAt === 0 || rows().length === 0 || names() === before) return;
      if (!rows().every((row) => row.textContent.includes(${JSON.stringify(label)}))) return;
      isThere = true;
      requestAnimationFrame(() => setTimeout(() => { globalThis.answeredMs = performance.now() - clickedAt; }));
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  })()`;
}
