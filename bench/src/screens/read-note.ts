import type { Page } from 'playwright-core';

const pollMs = 25;
const noteMsMax = 30_000;

/** Waits until a script of ours in the page has noted a number under that name. The page's policy forbids what a browser driver would wait with. */
export async function readNote(page: Page, name: string): Promise<number> {
  const end = performance.now() + noteMsMax;
  while (performance.now() < end) {
    const value: unknown = await page.evaluate(`globalThis.${name}`);
    if (typeof value === 'number') return value;
    await page.waitForTimeout(pollMs);
  }
  throw new Error(`The page noted no ${name} within ${noteMsMax / 1_000} seconds.`);
}
