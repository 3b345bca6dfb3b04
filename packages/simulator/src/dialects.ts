import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from './dialect.ts';

const folder = join(import.meta.dirname, 'carriers');

/** The carriers that can be simulated: one file each in carriers/, so that adding one is adding a file. */
export function dialectNames(): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return files.map((file) => file.slice(0, -'.ts'.length)).sort();
}

/** Throws a RangeError for a carrier that nobody has taught the simulator. */
export async function loadDialect(carrier: string): Promise<Dialect> {
  if (!dialectNames().includes(carrier)) {
    throw new RangeError(`No dialect ${carrier}; there are: ${dialectNames().join(', ')}.`);
  }
  // Every file of the folder exports its dialect by this name; a test holds them to it.
  const { dialect } = (await import(`./carriers/${carrier}.ts`)) as { dialect: Dialect };
  return dialect;
}
