/**
 * The simulator as a process of its own:
 *
 *   node packages/simulator/src/run.ts --config <json file>
 *
 * process/run-config.ts describes the file. The process writes a JSON message with a `type` on each line of
 * its standard output:
 *
 *   simulation:  listening → parcels … → ready → (start) → progress … → finished
 *   load:                    parcels … → ready → (start) → started → progress … → records … → finished
 *
 * It reads a JSON command from each line of its standard input: `start`, `faults`, `truth`, `stop`. It stops
 * when the input ends, so that it never outlives its parent process.
 */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runCommand, runConfig } from './process/run-config.ts';
import { runLoad } from './process/run-load.ts';
import { runSimulation } from './process/run-simulation.ts';
import type { Emit, Running } from './process/running-process.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { config: { type: 'string' } } });
  if (values.config === undefined) throw new Error('Usage: node run.ts --config <json file>');
  const { data: config, error } = runConfig.safeParse(JSON.parse(readFileSync(values.config, 'utf8')));
  if (error) {
    console.error(`The configuration cannot be used.\n${z.prettifyError(error)}`);
    process.exitCode = 1;
    return;
  }
  const running = config.mode === 'load' ? await runLoad(config, emit) : await runSimulation(config, emit);
  await handle(running);
  await running.stop();
  // An open input would keep the process alive.
  process.stdin.destroy();
}

/** Handles commands until `stop` or until the input ends. */
async function handle(running: Running): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const command = readCommand(line);
    if (command.success && command.data.command === 'stop') return;
    try {
      if (command.success) running.handle(command.data);
      else await emit({ type: 'invalid_command', line, detail: command.error.message });
    } catch (error) {
      // The command names a carrier or number outside the simulation. The simulation itself continues.
      if (!(error instanceof RangeError)) throw error;
      await emit({ type: 'invalid_command', line, detail: error.message });
    }
  }
}

function readCommand(line: string): ReturnType<typeof runCommand.safeParse> {
  try {
    return runCommand.safeParse(JSON.parse(line));
  } catch {
    return runCommand.safeParse(line);
  }
}

/** Resolves when the reader accepts more. */
const emit: Emit = async (message) => {
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, 'drain');
};

await main();
