import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

const stepsMax = 60;

/** Presses Tab until the target has the focus. */
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
 * Moves down a menu to this entry and chooses it. A menu takes the focus shortly after it opens and moves it
 * shortly after each key, so each step waits for the focus: an earlier key would go to the previous element.
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

/** Moves the focus there and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

const listeningMsMax = 4_000;

/**
 * Presses page-wide shortcut keys until their result appears. A page is visible shortly before it listens to
 * keys, so a lost key is pressed again. It does not listen while a menu is open either, and a menu takes a
 * moment to close after a choice: its focused entry must not be mistaken for one of the menu to come.
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

/** Moves to each field in turn and types. */
export async function typeInto(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await tabTo(page, page.getByLabel(label, { exact: true }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  }
}
