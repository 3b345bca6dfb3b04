import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** The product in its own process, which can be ended in every way. */
export interface ServerProcess {
  readonly url: string;
  readonly dataFolder: string;
  /** Key of the first workspace, created again at each start. */
  key(): string;
  /** Starts it, on the same port and data as before, and waits until it is ready. */
  start(): Promise<void>;
  /** Kills it, like a crash. */
  kill(): Promise<void>;
  /** Stops it gracefully; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Its output so far. */
  output(): string;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

export interface ServerOptions {
  databaseUrl?: string;
  arguments?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** A data folder that is copied before the start. */
  dataFrom?: string;
}

const main = join(import.meta.dirname, '../../packages/server/src/cli/main.ts');
const readyMsMax = 30_000;

export async function makeServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'milepost-e2e-'));
  if (options.dataFrom !== undefined) cpSync(options.dataFrom, dataFolder, { recursive: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | null = null;
  let output = '';
  const environment = {
    ...process.env,
    PORT: String(port),
    MILEPOST_DATA: dataFolder,
    MILEPOST_LOG_LEVEL: 'warn',
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    ...options.environment,
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const exited = once(ending, 'exit');
    ending.kill(signal);
    const [code] = await exited;
    return typeof code === 'number' ? code : null;
  };
  return {
    url,
    dataFolder,
    output: () => output,
    key: () => {
      const announced: unknown = JSON.parse(readFileSync(join(dataFolder, 'server.json'), 'utf8'));
      if (typeof announced === 'object' && announced !== null && 'key' in announced)
        return String(announced.key);
      throw new Error('The server has not announced a key.');
    },
    async start() {
      child = spawn(process.execPath, [main, 'serve', ...(options.arguments ?? [])], {
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
      await untilReady(url, child, () => output);
    },
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    async dispose() {
      await end('SIGTERM');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + readyMsMax;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server exited unexpectedly:\n${output()}`);
    if (await isReady(url)) return;
    await sleep(50);
  }
  throw new Error(`The server was not ready after ${readyMsMax} ms:\n${output()}`);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
