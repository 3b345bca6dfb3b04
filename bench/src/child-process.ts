import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { Cleanup } from './cleanup.ts';

export interface Started {
  child: ChildProcess;
  /** Rejects when the process ends before it is told to. */
  exited: Promise<never>;
  /** Tells it to end and waits until it has; kills it when it takes too long. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

const stopMsMax = 15_000;

/** Starts a process that does not outlive the benchmark. With `detached` it leads a group, and the whole group is stopped. */
export async function startProcess(
  cleanup: Cleanup,
  [program, ...args]: readonly [string, ...string[]],
  options: SpawnOptions,
): Promise<Started> {
  cleanup.check();
  const child = spawn(program, args, options);
  const exited = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`${[program, ...args].join(' ')} ended by itself (${signal ?? code}).`)),
    );
  });
  // Nobody may be waiting for it when the process ends as it should.
  exited.catch(() => undefined);
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopping ??= stopProcess(child, options.detached === true));
  await cleanup.add(stop);
  return { child, exited, stop };
}

async function stopProcess(child: ChildProcess, isGroup: boolean): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const target = isGroup ? -pid : pid;
  const isRunning = (): boolean =>
    isGroup ? signalTo(target, 0) : child.exitCode === null && child.signalCode === null;
  // A number that nobody has any more may be somebody else's by now.
  if (!isRunning()) return;
  signalTo(target, 'SIGTERM');
  if (await endedWithin(stopMsMax, isRunning)) return;
  signalTo(target, 'SIGKILL');
  await endedWithin(stopMsMax, isRunning);
}

/** The leader of a group may be gone long before the others, and what they have open must stay until they are. */
async function endedWithin(msMax: number, isRunning: () => boolean): Promise<boolean> {
  const end = performance.now() + msMax;
  while (isRunning()) {
    if (performance.now() > end) return false;
    await setTimeout(10);
  }
  return true;
}

/** False when there is nobody to be signalled. Signal 0 only asks. */
function signalTo(target: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(target, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
