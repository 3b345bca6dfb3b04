import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder where the first test that needs a world stores it for the following ones. */
    worldFolder: string;
  }
}

/**
 * Vitest's global setup for what the files of one run share: the folder of the world, and Node's compile
 * cache, because the same sources are started a hundred times. Vitest requires a default export.
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
