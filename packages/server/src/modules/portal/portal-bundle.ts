import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { PortalRenderer } from '@milepost/contract';
import { z } from 'zod';

/** What packages/web/portal was built into. */
export interface PortalBundle {
  renderer: PortalRenderer;
  /** The one script of the page, held in memory: it is small, and a later build may take the file away. */
  script: { name: string; plain: Buffer; gzipped: Buffer };
}

const builtFolder = join(import.meta.dirname, '../../../../web/dist/portal');
const manifest = z.record(z.string(), z.object({ file: z.string(), isEntry: z.boolean().optional() }));

/** Gives the built portal once it is there, and null until then; a build made while the server runs is seen. */
export function createPortalBundleLoader(folder = builtFolder): () => Promise<PortalBundle | null> {
  let loaded: Promise<PortalBundle> | null = null;
  return async () => {
    if (loaded === null && !isBuilt(folder)) return null;
    loaded ??= loadBundle(folder);
    return loaded;
  };
}

function isBuilt(folder: string): boolean {
  return existsSync(join(folder, 'server/render.js')) && existsSync(join(folder, 'client/manifest.json'));
}

async function loadBundle(folder: string): Promise<PortalBundle> {
  const module: { renderer: PortalRenderer } = await import(
    pathToFileURL(join(folder, 'server/render.js')).href
  );
  const parts = manifest.parse(JSON.parse(readFileSync(join(folder, 'client/manifest.json'), 'utf8')));
  const entry = Object.values(parts).find((part) => part.isEntry === true);
  if (!entry) throw new Error('The built portal has no script.');
  const plain = readFileSync(join(folder, 'client', entry.file));
  return {
    renderer: module.renderer,
    script: { name: basename(entry.file), plain, gzipped: gzipSync(plain, { level: 9 }) },
  };
}
