import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { toHundredths } from '../percentile.ts';
import { desktop } from './measure-first-rows.ts';
import type { SignedIn } from './sign-in.ts';

const screens = 50;
/** Time between two turns of the wheel, like a user who scans the list quickly. */
const turnMs = 100;

/**
 * Scrolls the list, which loads more pages at the same time, and returns the longest task of the page's main
 * thread.
 */
export async function measureScrolling(
  browser: Browser,
  url: string,
  signedIn: SignedIn,
): Promise<{ listLongestTaskMs: number | null }> {
  const context = await browser.newContext({ storageState: signedIn, viewport: desktop });
  const page = await context.newPage();
  await page.goto(`${url}/app/shipments`);
  const rows = page.locator('tbody tr[aria-rowindex]');
  await rows.first().hover();
  // Until then the page is still loading, which is measured elsewhere.
  await page.waitForTimeout(1_500);
  await browser.startTracing(page, { categories: ['toplevel'] });
  await scroll(page);
  const trace = await browser.stopTracing();
  await context.close();
  return { listLongestTaskMs: longestTaskMs(JSON.parse(trace.toString())) };
}

const scroller = `document.querySelector('tbody').closest('table').parentElement`;

async function scroll(page: Page): Promise<void> {
  const height = Number(await page.evaluate(`${scroller}.clientHeight`));
  // A page of the list may still be loading when the end is reached.
  for (let turn = 0; turn < screens * 4; turn++) {
    await page.mouse.wheel(0, height);
    await page.waitForTimeout(turnMs);
    if (Number(await page.evaluate(`${scroller}.scrollTop`)) >= (screens - 1) * height) return;
  }
  throw new Error(`The list ended before ${screens} screens were scrolled.`);
}

/** The part of Chromium's trace format that is read here. */
const traceForm = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds. */
      dur: z.number().optional(),
      /** The same in processor time of the thread. */
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.unknown().optional() }).optional(),
    }),
  ),
});

/** The longest task of the main thread in a trace, by the clock or in processor time; null without any. */
export function longestTaskMs(trace: unknown, by: 'dur' | 'tdur' = 'dur'): number | null {
  const { traceEvents } = traceForm.parse(trace);
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && mainThreads.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) return null;
  return toHundredths(tasks.reduce((longest, task) => Math.max(longest, task[by] ?? 0), 0) / 1_000);
}
