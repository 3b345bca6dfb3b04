import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { LoadRecord, LoadSummary, Parcel } from '@milepost/simulator';
import { root } from '../checkout.ts';
import { startProcess } from '../child-process.ts';
import type { Cleanup } from '../cleanup.ts';
import type { LoadTarget } from './make-accounts.ts';

export interface LoadOptions {
  targets: readonly LoadTarget[];
  parcels: number;
  /** Messages a second; null for as many as are answered. */
  ratePerSecond: number | null;
  /** How long the rate takes to rise from zero. */
  rampSeconds: number;
  seconds: number;
  connections: number;
  pipelining: number;
  /** All events occur before this, milliseconds since 1970 UTC. */
  before: number;
}

/** The simulator's load in its own process; packages/simulator/src/run.ts describes the protocol. */
export interface LoadProcess {
  /** Resolves with the number of messages after `onParcels` has received every parcel. */
  ready: Promise<number>;
  /** Resolves when the first messages are sent. */
  start(): Promise<void>;
  finished: Promise<{ records: LoadRecord[]; summary: LoadSummary }>;
  stop(): Promise<void>;
}

type LoadOutput =
  | { type: 'parcels'; parcels: Parcel[] }
  | { type: 'ready'; messages: number }
  | { type: 'started' }
  | { type: 'progress' }
  | { type: 'records'; records: LoadRecord[] }
  | ({ type: 'finished' } & LoadSummary);

export async function startLoad(
  options: LoadOptions,
  onParcels: (parcels: readonly Parcel[]) => void,
  { folder, cleanup }: { folder: string; cleanup: Cleanup },
): Promise<LoadProcess> {
  const config = path.join(folder, 'load.json');
  const { before, ...rest } = options;
  await writeFile(
    config,
    JSON.stringify({ mode: 'load', seed: 1, before: new Date(before).toISOString(), ...rest }),
  );
  const program = path.join(root, 'packages/simulator/src/run.ts');
  // The measured server needs the processors; see main.ts.
  const command = [process.execPath, '--no-parallel-scavenge', program, '--config', config] as const;
  const { child, exited, stop } = await startProcess(cleanup, command, {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('The load was started without pipes.');
  const ready = Promise.withResolvers<number>();
  const started = Promise.withResolvers<void>();
  const finished = Promise.withResolvers<{ records: LoadRecord[]; summary: LoadSummary }>();
  const records: LoadRecord[] = [];
  createInterface({ input: stdout }).on('line', (line) => {
    // The simulator defines the types of its messages.
    const message = JSON.parse(line) as LoadOutput;
    if (message.type === 'parcels') onParcels(message.parcels);
    else if (message.type === 'ready') ready.resolve(message.messages);
    else if (message.type === 'started') started.resolve();
    else if (message.type === 'records') records.push(...message.records);
    else if (message.type === 'finished') finished.resolve({ records, summary: message });
  });
  const orExited = <T>(promise: Promise<T>): Promise<T> => {
    const either = Promise.race([promise, exited]);
    // Not every promise has a listener.
    either.catch(() => undefined);
    return either;
  };
  return {
    ready: orExited(ready.promise),
    start() {
      stdin.write(`${JSON.stringify({ command: 'start' })}\n`);
      return orExited(started.promise);
    },
    finished: orExited(finished.promise),
    stop,
  };
}
