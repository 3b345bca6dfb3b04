/**
 * The steps of a new user: clone the committed files, `npm start`, look, stop. The continuous integration
 * runs `npm test` the same way.
 */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './harness/free-port.ts';

const root = join(import.meta.dirname, '..');
const clonedFrom = commitOf(root);

describe.skipIf(clonedFrom === null)('a fresh clone', () => {
  const place = mkdtempSync(join(tmpdir(), 'milepost-clone-'));
  const clone = join(place, 'milepost');
  beforeAll(() => {
    execFileSync('git', ['clone', '--quiet', root, clone]);
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('installs itself, opens a running demo, and stops on request', { timeout: 300_000 }, async () => {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const environment = { ...process.env, PORT: String(port), MILEPOST_DATA: join(place, 'data') };
    const child = spawn('npm', ['start'], {
      cwd: clone,
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    try {
      await expect.poll(() => status(`${url}/readyz`), { timeout: 240_000, interval: 250 }).toBe(200);
      expect(await status(`${url}/`)).toBe(200);
      expect(await status(`${url}/openapi.json`)).toBe(200);
      const key = /mp_[\w-]+/.exec(output)?.[0] ?? '';
      await expect.poll(() => countMoving(url, key), { timeout: 60_000, interval: 250 }).toBeGreaterThan(20);
    } catch (error) {
      throw new Error(`npm start wrote:\n${output}`, { cause: error });
    } finally {
      // The whole process group, because npm is the parent of the server.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    }
    if (child.exitCode === null) await once(child, 'exit', { signal: AbortSignal.timeout(10_000) });
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' })).toBe('');
  });
});

function commitOf(folder: string): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

async function status(url: string): Promise<number> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).status;
  } catch {
    return 0;
  }
}

/** Shipments of the demo with at least one event. */
async function countMoving(url: string, key: string): Promise<number> {
  const answer = await fetch(`${url}/v1/shipments?limit=200`, {
    headers: { authorization: `Bearer ${key}` },
  });
  if (!answer.ok) return 0;
  // The contract's shipmentPage.
  const { shipments } = (await answer.json()) as { shipments: { milestone: string }[] };
  return shipments.filter((shipment) => shipment.milestone !== 'pending').length;
}
