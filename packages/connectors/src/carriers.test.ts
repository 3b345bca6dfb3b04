import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadGazetteer } from '@milepost/gazetteer';
import { conforms } from './_kit/conformance/conformance.ts';
import type { Carrier, Fixture } from './_kit/index.ts';

// The folders are the list: a carrier cannot be forgotten here.
const root = join(import.meta.dirname, 'carriers');
const names = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'expectations.ts')))
  .map((entry) => entry.name);

const gazetteer = await loadGazetteer({
  cacheFolder: join(import.meta.dirname, '../../../node_modules/.cache/milepost'),
});
for (const name of names) {
  // The anatomy of a carrier's folder promises these two exports.
  const { carrier } = (await import(join(root, name, 'manifest.ts'))) as { carrier: Carrier };
  const { fixtures } = (await import(join(root, name, 'expectations.ts'))) as { fixtures: Fixture[] }; // As above.
  conforms({ carrier, fixtures, folder: join(root, name), gazetteer });
}
