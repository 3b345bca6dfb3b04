import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from './dialect.ts';

const folder = join(import.meta.dirname, 'carriers');

/**
 * The carriers that can be simulated: one file each in carriers/, so that a new carrier needs no other
 * change.
 */
export function dialectNames(): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return files.map((file) => file.slice(0, -'.ts'.length)).sort();
}

/** Throws a RangeError for a carrier without a dialect. */
export async function loadDialect(carrier: string): Promise<Dialect> {
  if (!dialectNames().includes(carrier)) {
    throw new RangeError(`There is no dialect ${carrier}. Available: ${dialectNames().join(', ')}.`);
  }
  // Every file of the folder exports its dialect under this name; a test checks it.
  const { dialect } = (await import(`./carriers/${carrier}.ts`)) as { dialect: Dialect };
  return dialect;
}
