import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');

test('the benchmark sends for three seconds and finds every event once in the record and once on the stream', async () => {
  const args = [
    'ingest',
    '--engine',
    'pglite',
    '--rate',
    '200',
    '--seconds',
    '3',
    '--warm-up',
    '0',
    '--json',
  ];
  const main = path.join(root, 'bench/src/main.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], { cwd: root });
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({
    engine: 'pglite',
    rate: 200,
    lost: 0,
    duplicated: 0,
    unseen: 0,
    refused: 0,
  });
  // Three seconds at 200 a second; a busy machine may start late.
  expect(result.messages).toBeGreaterThan(400);
  expect(result.events).toBe(result.messages);
  expect(result.visibleMsP99).toBeGreaterThan(result.acceptMsP50);
  expect(result.rawInsertEventsPerSecond).toBeGreaterThan(0);
});
