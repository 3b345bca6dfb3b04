import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/**
 * A Chromium of this machine: the one of MILEPOST_CHROMIUM, otherwise the first on the PATH; null without
 * any.
 */
export function findBrowser(): string | null {
  const named = process.env.MILEPOST_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}
