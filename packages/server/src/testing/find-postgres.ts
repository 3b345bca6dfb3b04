import { execFile } from 'node:child_process';
import { access, constants, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Oldest major version that the product supports. */
export const oldestSupportedMajor = 14;

/** Programs that are called; a folder without one of them is a client installation, not a server. */
const requiredPrograms = ['initdb', 'pg_ctl', 'postgres'];

export interface PostgresInstallation {
  readonly binFolder: string;
  readonly majorVersion: number;
}

/** Finds the newest PostgreSQL server installed on this machine that the product supports. */
export async function findPostgres(): Promise<PostgresInstallation | undefined> {
  const folders = [...new Set([...pathFolders(), ...(await usualFolders())])];
  const found: PostgresInstallation[] = [];
  for (const folder of folders) {
    const majorVersion = await majorVersionIn(folder);
    if (majorVersion !== undefined && majorVersion >= oldestSupportedMajor) {
      found.push({ binFolder: folder, majorVersion });
    }
  }
  return found.sort((a, b) => b.majorVersion - a.majorVersion)[0];
}

function pathFolders(): string[] {
  return (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
}

/**
 * Where Debian, Red Hat, Homebrew, Postgres.app and a source build put the server without adding it to the
 * PATH.
 */
async function usualFolders(): Promise<string[]> {
  const versioned: [parent: string, bin: string][] = [
    ['/usr/lib/postgresql', 'bin'],
    ['/opt/homebrew/opt', 'bin'],
    ['/usr/local/opt', 'bin'],
    ['/Applications/Postgres.app/Contents/Versions', 'bin'],
    ['/usr', 'bin'],
  ];
  const folders = ['/usr/local/pgsql/bin', '/usr/local/bin', '/usr/bin'];
  for (const [parent, bin] of versioned) {
    const entries = await readdir(parent).catch(() => []);
    const candidates = entries.filter((entry) => /^(?:\d+|(?:postgresql|pgsql)(?:[@-]?\d+)?)$/.test(entry));
    folders.push(...candidates.map((entry) => path.join(parent, entry, bin)));
  }
  return folders;
}

async function majorVersionIn(folder: string): Promise<number | undefined> {
  try {
    await Promise.all(requiredPrograms.map((name) => access(path.join(folder, name), constants.X_OK)));
    const { stdout } = await run(path.join(folder, 'postgres'), ['--version']);
    const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
    return major === undefined ? undefined : Number(major);
  } catch {
    // Missing or not executable: this folder contains no server.
    return undefined;
  }
}
