import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { Cleanup } from './cleanup.ts';

export interface Started {
  child: ChildProcess;
  /** Rejects when the process exits before it is stopped. */
  exited: Promise<never>;
  /** Stops it and waits for its exit; kills it after a timeout. Further calls wait for the same exit. */
  stop(): Promise<void>;
}

const stopMsMax = 15_000;

/**
 * Starts a process that does not outlive the benchmark. With `detached` it leads a process group, and the
 * whole group is stopped.
 */
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
      reject(new Error(`${[program, ...args].join(' ')} exited unexpectedly (${signal ?? code}).`)),
    );
  });
  // There may be no listener when the process exits as expected.
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
  // The id of an exited process may belong to another process by now.
  if (!isRunning()) return;
  signalTo(target, 'SIGTERM');
  if (await endedWithin(stopMsMax, isRunning)) return;
  signalTo(target, 'SIGKILL');
  await endedWithin(stopMsMax, isRunning);
}

/**
 * Waits for the whole group: its leader may exit long before the others, whose open files must stay until
 * then.
 */
async function endedWithin(msMax: number, isRunning: () => boolean): Promise<boolean> {
  const end = performance.now() + msMax;
  while (isRunning()) {
    if (performance.now() > end) return false;
    await setTimeout(10);
  }
  return true;
}

/** False when the process does not exist. Signal 0 only checks. */
function signalTo(target: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(target, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
