import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Prefix of the temporary folders of test servers. */
export const serverFolderPrefix = 'milepost-postgres-';

/**
 * Ends servers whose starting process was killed. PostgreSQL detaches itself from the process that started
 * it, so they would run forever. Servers whose starting process still runs are kept.
 */
export async function removeAbandonedServers(): Promise<void> {
  const entries = await readdir(tmpdir());
  for (const entry of entries.filter((name) => name.startsWith(serverFolderPrefix))) {
    const folder = path.join(tmpdir(), entry);
    const owner = await readProcessId(path.join(folder, 'owner.pid'));
    if (owner === undefined || isAlive(owner)) continue;
    const postmaster = await readProcessId(path.join(folder, 'data', 'postmaster.pid'));
    if (postmaster !== undefined && isAlive(postmaster)) process.kill(postmaster, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The first line of both files is a process id; `undefined` when the file is missing, incomplete or not
 * readable.
 */
async function readProcessId(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const id = Number.parseInt(text, 10);
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM means that the process runs under another account.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
