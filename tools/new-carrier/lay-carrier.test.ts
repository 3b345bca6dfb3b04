/**
 * The template has to keep up with the kit: what it lays must pass the compiler, the formatter and the suite
 * that every carrier passes. It is laid into a small house whose other walls are the real ones.
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { conforms } from '../../packages/connectors/src/_kit/conformance/conformance.ts';
import type { Carrier, Fixture } from '../../packages/connectors/src/index.ts';
import { loadGazetteer } from '../../packages/gazetteer/src/index.ts';
import { root } from '../checkout.ts';
import { isCarrierName, layCarrier } from './lay-carrier.ts';

const house = await mkdtemp(path.join(tmpdir(), 'milepost-carrier-'));
const connectors = path.join(house, 'packages/connectors');
const folder = path.join(connectors, 'src/carriers/night-owl');

await mkdir(path.join(connectors, 'src'), { recursive: true });
await symlink(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction');
await symlink(path.join(root, 'packages/connectors/src/_kit'), path.join(connectors, 'src/_kit'), 'junction');
await copyFile(path.join(root, 'packages/connectors/package.json'), path.join(connectors, 'package.json'));
const files = await layCarrier(folder, { name: 'night-owl', title: 'Night Owl' });

// What its author is asked to fill in.
const readme = path.join(folder, 'README.md');
const sources = (await readFile(readme, 'utf8')).replace('- Name of the document', '- Handbook of 2026');
await writeFile(readme, sources);

// The anatomy of a carrier's folder promises this export,
const { carrier } = (await import(path.join(folder, 'manifest.ts'))) as { carrier: Carrier };
// and this one.
const { fixtures } = (await import(path.join(folder, 'expectations.ts'))) as { fixtures: Fixture[] };
const gazetteer = await loadGazetteer({ cacheFolder: path.join(root, 'node_modules/.cache/milepost') });

afterAll(() => rm(house, { recursive: true, force: true }));

describe('a carrier just laid', () => {
  test('has the anatomy of every carrier', () => {
    const parts = [
      'manifest.ts',
      'codes.ts',
      'payload.ts',
      'decode.ts',
      'poll.ts',
      'expectations.ts',
      'README.md',
    ];
    expect(files).toEqual(expect.arrayContaining(parts));
  });

  test('keeps its own name and title and nothing of the template’s marks', async () => {
    const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
    expect(texts.filter((text) => /__[A-Z]+__/.test(text))).toEqual([]);
    expect(carrier.manifest).toMatchObject({ name: 'night-owl', title: 'Night Owl' });
  });

  test('passes the compiler', async () => {
    const config = { extends: path.join(root, 'tsconfig.base.json'), include: ['src/carriers'] };
    await writeFile(path.join(connectors, 'tsconfig.json'), JSON.stringify(config));
    expect(await outputOf('typescript/bin/tsc', '-p', connectors)).toBe('');
  });

  test('is formatted as everything else', async () => {
    const config = ['--config-path', path.join(root, 'biome.json'), '--vcs-enabled=false'];
    const args = ['check', ...config, '--error-on-warnings', '--reporter=summary', folder];
    expect(await outputOf('@biomejs/biome/bin/biome', ...args)).toMatch(/^\s*Checked [1-9]/);
  });

  test('is never laid over another', async () => {
    await expect(layCarrier(folder, { name: 'night-owl', title: 'Night Owl' })).rejects.toThrow('EEXIST');
  });

  conforms({ carrier, fixtures, folder, gazetteer });
});

test.each([
  ['dhl-unified', true],
  ['gls', true],
  ['DHL', false],
  ['../escape', false],
  ['dhl_unified', false],
  ['', false],
])('%j may name a carrier: %s', (name, allowed) => {
  expect(isCarrierName(name)).toBe(allowed);
});

/** What a tool says; its complaint when it fails. */
function outputOf(script: string, ...args: string[]): Promise<string> {
  const command = [path.join(root, 'node_modules', script), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: house }, (error, stdout, stderr) => {
      resolve(error ? `failed: ${stdout}${stderr}` : stdout);
    });
  });
}
