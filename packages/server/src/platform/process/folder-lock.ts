import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Only one process at a time may open the embedded database. The lock file contains the id of its
 * process; a lock of a process that no longer runs is taken over at once. `proper-lockfile` waits 10 s for
 * that, because it looks at the age of the lock (docs/adr/0018-own-code-kept-after-measuring.md). Throws
 * `FolderInUse` while another process holds the lock.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'in-use.pid');
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (attempt > 3 || !(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder !== process.pid && isAlive(holder)) throw new FolderInUse(folder, holder);
    rmSync(file, { force: true });
  }
}

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string, holder: number) {
    super(
      `${folder} is in use by process ${holder}. Stop that process first, or set MILEPOST_DATA to another folder.`,
    );
  }
}

function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: the process runs and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
