import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { makeAccounts } from '../ingest/make-accounts.ts';
import type { prepareEngine } from '../ingest/prepare-engine.ts';
import type { seedList, settle } from '../list/seed-list.ts';

/**
 * The parts of a checkout's own benchmark that depend on its schema or API. Two checkouts can only be
 * compared while both have these files with these exports.
 */
export interface CheckoutModules {
  makeAccounts: typeof makeAccounts;
  prepareEngine: typeof prepareEngine;
  seedList: typeof seedList;
  settle: typeof settle;
}

export async function loadCheckoutModules(checkout: string): Promise<CheckoutModules> {
  const load = (file: string): Promise<object> =>
    import(pathToFileURL(path.resolve(checkout, 'bench/src', file)).href);
  const modules = await Promise.all(
    ['ingest/make-accounts.ts', 'ingest/prepare-engine.ts', 'list/seed-list.ts'].map(load),
  );
  const all: object = Object.assign({}, ...modules);
  const missing = ['makeAccounts', 'prepareEngine', 'seedList', 'settle'].filter((name) => !(name in all));
  if (missing.length > 0) throw new Error(`${checkout} has no ${missing.join(', ')} in its benchmark.`);
  // The names were checked above; the types are those of this checkout's files.
  return all as CheckoutModules;
}
