import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { desktop } from './measure-first-rows.ts';
import { markPattern } from './push-events.ts';
import type { SignedIn } from './sign-in.ts';

/** When each mark first appeared in the document, milliseconds since 1970 UTC. */
export type SeenMarks = ReadonlyMap<string, number>;

export interface WatchedScreen {
  seen(): Promise<SeenMarks>;
  close(): Promise<void>;
}

/** Runs in the page. It uses the machine's clock, like the sender. */
const noteMarks = `(() => {
  globalThis.marksSeen = {};
  const look = () => {
    const at = Date.now();
    for (const [mark] of document.querySelector('tbody')?.textContent.matchAll(/${markPattern}/g) ?? []) {
      globalThis.marksSeen[mark] ??= at;
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
})()`;

const seenForm = z.record(z.string(), z.number());

/**
 * Opens the list of all shipments, newest first, and records what appears on it. The parcels must be on it.
 */
export async function watchScreen(
  browser: Browser,
  url: string,
  { signedIn, numbers }: { signedIn: SignedIn; numbers: readonly string[] },
): Promise<WatchedScreen> {
  const context = await browser.newContext({ storageState: signedIn, viewport: desktop });
  const page = await context.newPage();
  await page.goto(`${url}/app/shipments?sort=-createdAt`);
  for (const number of numbers) await page.getByRole('link', { name: number, exact: true }).waitFor();
  await page.evaluate(noteMarks);
  return {
    async seen() {
      return new Map(Object.entries(seenForm.parse(await page.evaluate('globalThis.marksSeen'))));
    },
    close: () => context.close(),
  };
}
