import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** The product as a process of its own, to be ended in every way a process can end. */
export interface ServerProcess {
  readonly url: string;
  readonly dataFolder: string;
  /** Key of the first workspace, made anew at each start. */
  key(): string;
  /** Starts it and waits until it is ready; on the same port and data as before. */
  start(): Promise<void>;
  /** Ends it without a word, as a crash does. */
  kill(): Promise<void>;
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** What it wrote so far. */
  output(): string;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

export interface ServerOptions {
  databaseUrl?: string;
  arguments?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** A data folder to begin with a copy of. */
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
    if (child.exitCode !== null) throw new Error(`The server ended by itself:\n${output()}`);
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
