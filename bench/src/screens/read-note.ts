import type { Page } from 'playwright-core';

const pollMs = 25;
const noteMsMax = 30_000;

/**
 * Waits until a script in the page has stored a number under this name. The page's content security policy
 * forbids the browser driver's own way to wait.
 */
export async function readNote(page: Page, name: string): Promise<number> {
  const end = performance.now() + noteMsMax;
  while (performance.now() < end) {
    const value: unknown = await page.evaluate(`globalThis.${name}`);
    if (typeof value === 'number') return value;
    await page.waitForTimeout(pollMs);
  }
  throw new Error(`The page stored no ${name} within ${noteMsMax / 1_000} seconds.`);
}
