import type { Page } from 'playwright-core';

/**
 * Resolves when maps are drawn, fonts are loaded, and no animations run except endless ones.
 *
 * A page applies a new theme in the next frame and draws it in the one after. Effects of a finished
 * animation, for example an inherited colour, start one frame later. So the page is settled after two frames
 * without animations.
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
