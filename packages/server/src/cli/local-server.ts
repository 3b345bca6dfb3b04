import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/**
 * Lets commands on the same machine find the running server: a file in the data folder, readable by its owner
 * only, with the URL and the key of the first workspace.
 */
const localServer = z.object({ url: z.string(), key: z.string(), processId: z.number() });
export type LocalServer = z.infer<typeof localServer>;

const fileOf = (dataFolder: string): string => join(resolve(dataFolder), 'server.json');

export function writeServerFile(dataFolder: string, server: LocalServer): void {
  writeFileSync(fileOf(dataFolder), JSON.stringify(server), { mode: 0o600 });
}

export function removeServerFile(dataFolder: string): void {
  rmSync(fileOf(dataFolder), { force: true });
}

/** Null when no server of this data folder is running. */
export function readServerFile(dataFolder: string): LocalServer | null {
  try {
    return localServer.parse(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')));
  } catch {
    return null;
  }
}
