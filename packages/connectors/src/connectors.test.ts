/** Runs the conformance suite for every folder that holds a connector. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadGazetteer } from '@milepost/gazetteer';
import { conforms } from './_kit/conformance/conformance.ts';
import { type Connector, type ConnectorKind, connectorFolders, type Fixture } from './_kit/index.ts';
import { connectors } from './all-connectors.ts';

const gazetteer = await loadGazetteer({
  cacheFolder: join(import.meta.dirname, '../../../node_modules/.cache/milepost'),
});

for (const { kind, name, folder } of folders()) {
  // Every connector's folder has these two exports; the first is named after the kind.
  const manifest = (await import(join(folder, 'manifest.ts'))) as Record<string, Connector>;
  // As above.
  const { fixtures } = (await import(join(folder, 'expectations.ts'))) as { fixtures: Fixture[] };
  const connector = manifest[kind];
  if (!connector || !connectors.includes(connector))
    throw new Error(`${kind} ${name} is not in the generated list. Run \`npm run gen\`.`);
  conforms({ connector, fixtures, folder, gazetteer });
}

function folders(): { kind: ConnectorKind; name: string; folder: string }[] {
  // The keys of a constant object are its declared names.
  const kinds = Object.keys(connectorFolders) as ConnectorKind[];
  return kinds.flatMap((kind) => {
    const root = join(import.meta.dirname, connectorFolders[kind]);
    const names = existsSync(root) ? readdirSync(root) : [];
    return names
      .filter((name) => existsSync(join(root, name, 'manifest.ts')))
      .map((name) => ({ kind, name, folder: join(root, name) }));
  });
}
