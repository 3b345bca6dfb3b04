import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

const stepsMax = 60;

/** Goes on with Tab until the focus is where it is wanted, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < stepsMax; step++) {
    if (await hasFocus(page, target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} was not reached with ${stepsMax} times Tab.`);
}

async function hasFocus(page: Page, target: Locator): Promise<boolean> {
  return (await target.and(page.locator(':focus')).count()) === 1;
}

/**
 * Goes down a menu to this entry and chooses it. A menu takes the focus a moment after it has opened and moves it a moment after
 * the key, so each step waits for it: a key that comes earlier would still belong to the menu this one was opened from.
 */
export async function choose(page: Page, entry: Locator): Promise<void> {
  const item = page.getByRole('menu').filter({ has: entry }).locator('[role^=menuitem]:focus');
  await entry.waitFor();
  await item.waitFor();
  for (let step = 0; step < stepsMax; step++) {
    if (await hasFocus(page, entry)) return page.keyboard.press('Enter');
    const before = await item.textContent();
    await page.keyboard.press('ArrowDown');
    await until(`the focus leaves ${before}`, async () => (await item.textContent()) !== before);
  }
  throw new Error(`${entry} was not reached with ${stepsMax} times Arrow down.`);
}

/** Goes there and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

const listeningMsMax = 4_000;

/**
 * Presses keys for which the page as a whole listens, until what they bring is there. What a page shows stands there a moment before it listens, and what
 * is pressed in that moment is lost, so it is pressed again. It does not listen while a menu is open either, and one that was chosen from takes a moment
 * to go: its entry with the focus must not be taken for that of the menu which is to come.
 */
export async function pressFor(page: Page, keys: readonly string[], brought: Locator): Promise<void> {
  await page.getByRole('menu').first().waitFor({ state: 'detached' });
  for (let tries = 0; tries < 2; tries++) {
    for (const key of keys) await page.keyboard.press(key);
    const isThere = await brought.waitFor({ timeout: listeningMsMax }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  await brought.waitFor();
}

/** Goes into each field in turn and types. */
export async function typeInto(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await tabTo(page, page.getByLabel(label, { exact: true }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  }
}
