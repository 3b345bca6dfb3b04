import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Cleanup } from './cleanup.ts';

export async function makeTemporaryFolder(cleanup: Cleanup): Promise<string> {
  cleanup.check();
  const folder = await mkdtemp(path.join(tmpdir(), 'milepost-bench-'));
  await cleanup.add(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
