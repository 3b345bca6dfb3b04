import { spawn } from 'node:child_process';
import { root } from '../checkout.ts';

/** One check: programs that exit with 0 on success. */
export interface Step {
  readonly name: string;
  /** Programs that run one after the other; all of them run, even if one fails. */
  readonly commands: readonly Command[];
}

/** A script that Node runs, and its arguments. */
export type Command = readonly [script: string, ...args: string[]];

export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly durationMs: number;
  readonly output: string;
}

export async function runStep({ name, commands }: Step): Promise<StepResult> {
  const startedAt = performance.now();
  let output = '';
  let passed = true;
  for (const command of commands) {
    const result = await runProgram(process.execPath, command);
    output += result.output;
    passed &&= result.exitCode === 0;
  }
  return { name, passed, durationMs: performance.now() - startedAt, output };
}

/** Runs a program in the root folder and collects what it prints. */
export function runProgram(
  program: string,
  args: readonly string[],
): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    // The output is shown indented, so it must not contain terminal colours.
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
