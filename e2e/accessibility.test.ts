import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DashboardState, entranceStates, insideStates } from './harness/dashboard-states.ts';
import { findViolations } from './harness/find-violations.ts';
import { describeInBrowser } from './harness/in-browser.ts';
import { openAs, openSignedOut } from './harness/people.ts';
import { settle } from './harness/settle.ts';
import { openWorld, type World } from './harness/world.ts';

/** Rules that do not depend on colours apply equally to light and dark, so they run once per width. */
const looks = [
  { colorScheme: 'light', width: 1440, isSeenWhole: true },
  { colorScheme: 'dark', width: 1440, isSeenWhole: false },
  { colorScheme: 'dark', width: 390, isSeenWhole: true },
  { colorScheme: 'light', width: 390, isSeenWhole: false },
] as const;
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

describeInBrowser('the dashboard has no axe violations, light and dark, wide and narrow', (browser) => {
  let world: World;
  let outside: Page;
  let inside: Page;
  beforeAll(async () => {
    world = await openWorld();
    outside = await openSignedOut(browser(), world.server);
    inside = await openAs(browser(), { server: world.server, person: world.admin });
  });
  afterAll(() => world.dispose());

  it.each(entranceStates)('$name', (state) => examine(outside, state));
  it.each(insideStates)('$name', (state) => examine(inside, state));
});

/**
 * Reaches the state once and then shows it in every theme and width, because a change of either does not
 * reload the page.
 */
async function examine(page: Page, { path, reach, unfitRules = [] }: DashboardState): Promise<void> {
  const mistakes: string[] = [];
  const note = (mistake: Error): number => mistakes.push(mistake.message);
  page.on('pageerror', note);
  const [first] = looks;
  await page.emulateMedia({ colorScheme: first.colorScheme });
  await page.setViewportSize({ width: first.width, height: 900 });
  await page.goto('about:blank');
  await page.goto(path);
  await reach(page);
  const violations: string[] = [];
  for (const { colorScheme, width, isSeenWhole } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await settle(page);
    const rules = isSeenWhole ? { without: unfitRules } : { only: rulesOfColour };
    const found = (await findViolations(page, rules)).map(({ rule, html }) => `${rule}: ${html}`);
    const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
    if (overflow > 0) found.push(`${overflow} px wider than the screen`);
    violations.push(...found.map((violation) => `${colorScheme}, ${width} px: ${violation.slice(0, 240)}`));
  }
  page.off('pageerror', note);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  expect({ violations, mistakes }).toEqual({ violations: [], mistakes: [] });
}
