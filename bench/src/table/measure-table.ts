import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { longestTaskMs } from '../screens/measure-scrolling.ts';

export interface TableRound {
  /** From the start of the first render until the rows are in the document. */
  mountMs: number;
  longestTaskMs: number;
  /** Frames in which a part of the table was blank. */
  blankFrames: number;
}

/** A mid-range laptop instead of the machine that measures. */
const slowdown = 4;
const origin = 'http://table.test';
const screens = 40;
const turnMs = 60;

/** Opens the page of one variant on a slowed-down processor and scrolls through its table. */
export async function measureTable(browser: Browser, folder: string): Promise<TableRound> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  // Browsers refuse module scripts from file: addresses.
  await tab.route(`${origin}/**`, (route) =>
    route.fulfill({ path: path.join(folder, new URL(route.request().url()).pathname) }),
  );
  await tab.goto(`${origin}/index.html`);
  await tab.locator('tbody tr[aria-rowindex]').first().hover();
  const mountMs = Number(await tab.locator('html').getAttribute('data-mount-ms'));
  await tab.waitForTimeout(500);
  await tab.evaluate(countBlankFrames);
  await browser.startTracing(tab, { categories: ['toplevel'] });
  await scroll(tab);
  const trace = await browser.stopTracing();
  const blankFrames = Number(await tab.evaluate('window.blankFrames'));
  await context.close();
  const longest = longestTaskMs(JSON.parse(trace.toString()));
  if (longest === null) throw new Error('The trace has no tasks of the main thread.');
  return { mountMs, longestTaskMs: longest, blankFrames };
}

/** Runs in the page: looks at each frame whether the rows fill the box. A string, because it is code for the browser. */
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
