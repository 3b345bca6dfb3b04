import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds launch.mjs. */
export const root = path.dirname(import.meta.dirname);

export interface CheckoutFile {
  /** From the root, with `/` on every system. */
  readonly path: string;
  readonly text: string;
}

const binary = /[.](?:png|jpg|ico|woff2|gz|br|bin|wasm)$/;

/** Every text file of the project on disk: tracked by git, or new and not ignored. */
export function readCheckout(): CheckoutFile[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = [...new Set(listing.split('\0'))].filter((file) => file !== '' && !binary.test(file)).sort();
  return paths.flatMap((file) => {
    const text = readIfPresent(path.join(root, file));
    return text === undefined ? [] : [{ path: file, text }];
  });
}

/** A file that was deleted without a commit is still in git's list. */
function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
