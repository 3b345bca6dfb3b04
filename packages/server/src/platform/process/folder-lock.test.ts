import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'milepost-lock-'));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
function folderLockedBy(holder: string): { folder: string; file: string } {
  folders += 1;
  const folder = mkdtempSync(join(root, String(folders)));
  const file = join(folder, 'in-use.pid');
  writeFileSync(file, holder);
  return { folder, file };
}

/** A process that runs until its standard input ends. */
const startProcess = () => spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' });

it('creates the folder, and removes the lock at the end', () => {
  const folder = join(root, 'new', 'folder');
  const unlock = lockFolder(folder);
  expect(readFileSync(join(folder, 'in-use.pid'), 'utf8')).toBe(String(process.pid));
  unlock();
  expect(existsSync(join(folder, 'in-use.pid'))).toBe(false);
});

it('refuses a folder that a running process uses, and takes it over once that process is gone', async () => {
  const holder = startProcess();
  const exited = once(holder, 'exit');
  const { folder, file } = folderLockedBy(String(holder.pid));
  expect(() => lockFolder(folder)).toThrow(
    `${folder} is in use by process ${holder.pid}. Stop that process first, or set MILEPOST_DATA to another folder.`,
  );
  holder.kill('SIGKILL');
  await exited;
  lockFolder(folder);
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
});

it.each([
  ['the same process id, as after the restart of a container', String(process.pid)],
  ['no process id', 'nonsense'],
  ['nothing', ''],
])('takes over a lock that contains %s', (_name, holder) => {
  const { folder, file } = folderLockedBy(holder);
  lockFolder(folder);
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
});
