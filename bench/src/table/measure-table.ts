import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { longestTaskMs } from '../screens/measure-scrolling.ts';

/** In milliseconds of processor time of the page's main thread, so that other processes hardly matter. */
export interface TableRound {
  /** Loading the page and rendering the first rows. */
  loadMs: number;
  /** Scrolling through 40 screens. */
  scrollMs: number;
  /** The longest task while scrolling. */
  longestTaskMs: number;
  /** Frames in which a part of the table was blank. */
  blankFrames: number;
}

const origin = 'http://table.test';
const screens = 40;
const turnMs = 60;

/** Opens the page of one variant and scrolls through its table. */
export async function measureTable(browser: Browser, folder: string): Promise<TableRound> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  // Browsers refuse module scripts from file: addresses.
  await tab.route(`${origin}/**`, (route) =>
    route.fulfill({ path: path.join(folder, new URL(route.request().url()).pathname) }),
  );
  await tab.goto(`${origin}/index.html`);
  await tab.locator('tbody tr[aria-rowindex]').first().hover();
  await tab.waitForTimeout(500);
  const loadMs = await taskMs();
  await tab.evaluate(countBlankFrames);
  await browser.startTracing(tab, { categories: ['toplevel'] });
  const beforeMs = await taskMs();
  await scroll(tab);
  const scrollMs = (await taskMs()) - beforeMs;
  const trace = await browser.stopTracing();
  const blankFrames = Number(await tab.evaluate('window.blankFrames'));
  await context.close();
  const longest = longestTaskMs(JSON.parse(trace.toString()), 'tdur');
  if (longest === null) throw new Error('The trace has no tasks of the main thread.');
  return { loadMs, scrollMs, longestTaskMs: longest, blankFrames };
}

/** Code for the browser: checks at each frame whether the rows fill the box. */
const countBlankFrames = `
  window.blankFrames = 0;
  const box = document.querySelector('tbody').closest('table').parentElement;
  const look = () => {
    const rows = box.querySelectorAll('tbody tr[aria-rowindex]');
    const { top, bottom } = box.getBoundingClientRect();
    const first = rows[0]?.getBoundingClientRect().top ?? Infinity;
    const last = rows[rows.length - 1]?.getBoundingClientRect().bottom ?? -Infinity;
    const isAtEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 1;
    if (first > top + 35 || (last < bottom - 1 && !isAtEnd)) window.blankFrames += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

async function scroll(tab: Page): Promise<void> {
  for (let turn = 0; turn < screens; turn++) {
    await tab.mouse.wheel(0, 860);
    await tab.waitForTimeout(turnMs);
  }
}
