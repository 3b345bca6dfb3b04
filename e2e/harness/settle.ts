import type { Page } from 'playwright-core';

/**
 * Ends when maps are drawn, letters are loaded, and nothing moves any more, except what moves for ever.
 *
 * A page hears of a new look in the next frame and draws it in the one after. What follows from a movement that has ended, a colour handed down from one
 * element to those in it for example, begins a frame later. So it is still when two frames have passed in which nothing moved.
 */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(untilStill);
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached', timeout: 30_000 });
  await page.evaluate(untilStill);
}

const untilStill = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const moving = () => document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await document.fonts.ready;
  for (let still = 0; still < 2; still++) {
    await frame();
    const movements = moving();
    if (movements.length === 0) continue;
    still = -1;
    await Promise.all(movements.map((movement) => movement.finished.catch(() => undefined)));
  }
})()`;
