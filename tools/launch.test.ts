import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './checkout.ts';

/** Replaces the product: it prints its arguments, and `serve` waits for a signal. */
const fakeCommand = `
const [first] = process.argv.slice(2);
if (first === 'serve') {
  process.on('SIGTERM', () => process.exit(4));
  setInterval(() => {}, 1000);
}
console.log(JSON.stringify(process.argv.slice(2)));
if (first === 'break') process.exitCode = 3;
`;

/** A checkout whose dependencies are marked as installed, so that the launcher downloads nothing. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'milepost-launch-'));
  const cli = path.join(folder, 'packages/server/src/cli');
  const lock = '{"packages":{}}';
  await mkdir(cli, { recursive: true });
  await mkdir(path.join(folder, 'node_modules'));
  await copyFile(path.join(root, 'launch.mjs'), path.join(folder, 'launch.mjs'));
  await writeFile(path.join(cli, 'main.ts'), fakeCommand);
  await writeFile(path.join(folder, 'package-lock.json'), lock);
  const stamp = createHash('sha256').update(lock).digest('hex');
  await writeFile(path.join(folder, 'node_modules/.milepost-lock'), stamp);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function launch(...args: string[]) {
  const child = spawn(process.execPath, ['launch.mjs', ...args], { cwd: folder });
  const outcome = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[exitCode], stdout, stderr]) => ({ exitCode, stdout, stderr }),
  );
  return { child, outcome };
}

describe('the launcher', () => {
  test('passes the arguments on and writes nothing to stdout itself', async () => {
    const { outcome } = launch('milepost', 'decode', '--carrier', 'gls');
    expect(await outcome).toEqual({ exitCode: 0, stdout: '["decode","--carrier","gls"]\n', stderr: '' });
  });

  test('exits with the exit code of the command', async () => {
    expect(await launch('milepost', 'break').outcome).toMatchObject({ exitCode: 3 });
  });

  test('forwards SIGTERM and waits for the command to exit', async () => {
    const { child, outcome } = launch('start');
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await outcome).toMatchObject({ exitCode: 4 });
  });

  test.each(['', 'deploy', 'constructor'])('prints its usage for the command %j', async (name) => {
    const { exitCode, stdout, stderr } = await launch(name).outcome;
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(
      'Usage: node launch.mjs <start|serve|milepost|test|check|gen|new:connector|bench|pictures|findings>',
    );
  });
});
