import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { PortalRenderer } from '@milepost/contract';
import { z } from 'zod';

/** The build of packages/web/portal. */
export interface PortalBundle {
  renderer: PortalRenderer;
  /** The page's only script, kept in memory: it is small, and a later build may delete the file. */
  script: { name: string; plain: Buffer; gzipped: Buffer };
}

const builtFolder = join(import.meta.dirname, '../../../../web/dist/portal');
const manifest = z.record(z.string(), z.object({ file: z.string(), isEntry: z.boolean().optional() }));

/** Loads the bundle on first use; null while it is not built. A build made while the server runs is found. */
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
  if (!entry) throw new Error('The build of packages/web/portal contains no script.');
  const plain = readFileSync(join(folder, 'client', entry.file));
  return {
    renderer: module.renderer,
    script: { name: basename(entry.file), plain, gzipped: gzipSync(plain, { level: 9 }) },
  };
}
