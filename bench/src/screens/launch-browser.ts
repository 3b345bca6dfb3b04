import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../../e2e/harness/find-browser.ts';
import type { Cleanup } from '../cleanup.ts';

/**
 * A browser of this machine, closed when the benchmark ends. `debuggingPort` lets another tool control it.
 */
export async function launchBrowser(cleanup: Cleanup, debuggingPort?: number): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Error('No Chromium was found on this machine. Install one or set MILEPOST_CHROMIUM.');
  cleanup.check();
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ],
    // The benchmark's cleanup closes it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  await cleanup.add(() => browser.close());
  return browser;
}
