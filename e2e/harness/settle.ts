import type { Page } from 'playwright-core';

/** Ends when maps are drawn, letters are loaded, and nothing moves any more, except what moves for ever. */
export async function settle(page: Page): Promise<void> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached', timeout: 30_000 });
  await page.evaluate(`Promise.all([
    document.fonts.ready,
    ...document.getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      .map((animation) => animation.finished.catch(() => undefined)),
  ]).then(() => undefined)`);
}
