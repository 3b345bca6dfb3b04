import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { findBrowser } from './find-browser.ts';

/** A group of tests that share one browser; skipped with a message where there is none. */
export function describeInBrowser(title: string, tests: (browser: () => Browser) => void): void {
  const executablePath = findBrowser();
  describe(title, () => {
    if (executablePath === null) {
      it.skip('skipped: no Chromium on this machine', () => undefined);
      return;
    }
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    });
    afterAll(() => browser?.close());
    tests(() => {
      if (browser === undefined)
        throw new Error('The browser is open only while the tests of its group run.');
      return browser;
    });
  });
}
