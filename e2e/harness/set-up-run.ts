import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the first test that needs a world leaves one for those after it. */
    worldFolder: string;
  }
}

/**
 * Vitest's global set-up for what the files of one run share: the folder of the world, and what Node has compiled of the product, because the same sources
 * are started a hundred times. Vitest wants it as the default export.
 */
// biome-ignore lint/style/noDefaultExport: the runner looks for a default export.
export default function setUpRun(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-e2e-run-'));
  project.provide('worldFolder', join(folder, 'world'));
  const { NODE_COMPILE_CACHE: before } = process.env;
  process.env.NODE_COMPILE_CACHE = before ?? join(folder, 'compiled');
  return () => {
    if (before === undefined) delete process.env.NODE_COMPILE_CACHE;
    rmSync(folder, { recursive: true, force: true });
  };
}
