import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { familyMs, parseStat, processStat } from './processor-time.ts';

it('reads the fields behind a name with spaces and brackets', () => {
  const line = '42 (a b) c) S 7 42 42 0 -1 4194304 100 200 0 0 150 50 30 20 20 0 11 0 5000';
  expect(parseStat(line)).toEqual({ parent: 7, ownMs: 2_000, endedChildrenMs: 500 });
});

describe.skipIf(!existsSync('/proc/self/stat'))('on a system with /proc', () => {
  it('counts the processor time of this process and of a child that has ended', async () => {
    const before = await familyMs(process.pid);
    const spin = 'const end = Date.now() + 300; while (Date.now() < end);';
    spawnSync(process.execPath, ['-e', spin]);
    expect((await familyMs(process.pid)) - before).toBeGreaterThan(50);
    expect((await processStat(process.pid)).parent).toBe(process.ppid);
  });

  it('rejects for a process that does not exist', async () => {
    await expect(processStat(2 ** 30)).rejects.toThrow('ENOENT');
  });
});
