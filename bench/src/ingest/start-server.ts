import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { freePort } from '../../../e2e/harness/free-port.ts';
import { root } from '../checkout.ts';
import { type Started, startProcess } from '../child-process.ts';
import type { Cleanup } from '../cleanup.ts';

/** The product as its users run it: its own process with its own data folder. */
export interface ServerProcess {
  url: string;
  /** Has every scope. */
  key: string;
  started: Started;
}

export interface ServerOptions {
  dataFolder: string;
  environment: Readonly<Record<string, string>>;
  /** Folder for a processor profile of the server; null writes none. */
  profileFolder: string | null;
  /** Folder of the product; absent: this checkout. */
  checkout?: string;
}

const readyMsMax = 60_000;
/** Written by the server into its data folder; see packages/server/src/cli/local-server.ts. */
const announcement = z.object({ key: z.string() });

export async function startServer(
  { dataFolder, environment, profileFolder, checkout = root }: ServerOptions,
  cleanup: Cleanup,
): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const profile =
    profileFolder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profileFolder)}`];
  const main = path.join(checkout, 'packages/server/src/cli/main.ts');
  const started = await startProcess(cleanup, [process.execPath, ...profile, main, 'serve'], {
    cwd: checkout,
    // Standard output would show the key.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      MILEPOST_LOG_LEVEL: 'warn',
      ...environment,
      HOST: '127.0.0.1',
      PORT: String(port),
      MILEPOST_DATA: dataFolder,
      MILEPOST_PUBLIC_URL: url,
    },
  });
  await Promise.race([untilReady(url, readyMsMax), started.exited]);
  const text = await readFile(path.join(dataFolder, 'server.json'), 'utf8');
  return { url, key: announcement.parse(JSON.parse(text)).key, started };
}

/** Throws after `msMax`. */
export async function untilReady(url: string, msMax: number): Promise<void> {
  const end = performance.now() + msMax;
  while (performance.now() < end) {
    if (await answersOk(`${url}/readyz`)) return;
    await setTimeout(10);
  }
  throw new Error(`The server was not ready within ${msMax / 1_000} seconds.`);
}

async function answersOk(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
