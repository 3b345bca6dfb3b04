/**
 * That the result passes its tests is shown by the walk of docs/adding-a-connector.md; see
 * docs-samples.test.ts.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isConnectorKind, isConnectorName, templateKinds, writeConnector } from './write-connector.ts';

const root = await mkdtemp(path.join(tmpdir(), 'milepost-connector-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const nightOwl = { kind: 'carrier', name: 'night-owl', title: 'Night Owl', date: '2026-03-05' } as const;
const files = await writeConnector(root, nightOwl);
const connector = 'packages/connectors/src/carriers/night-owl/';

describe('a new carrier', () => {
  test('has eight files beside its fixtures, one of them its dialect', () => {
    expect(files.filter((file) => !file.includes('/fixtures/'))).toEqual([
      ...['README', 'codes', 'decode', 'expectations', 'manifest', 'poll', 'webhook'].map(
        (name) => `${connector}${name}.${name === 'README' ? 'md' : 'ts'}`,
      ),
      'packages/simulator/src/carriers/night-owl.ts',
    ]);
    expect(files.filter((file) => file.startsWith(`${connector}fixtures/`))).toHaveLength(4);
  });

  test('has its name, title and date in the place of every mark', async () => {
    const texts = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));
    expect(texts.filter((text) => /__[A-Z]+__/.test(text))).toEqual([]);
    expect(texts.join('\n')).toContain("name: 'night-owl',\n    title: 'Night Owl',");
    expect(texts.join('\n')).toContain('- **documentation**, 2026-03-05: ');
  });

  test('never overwrites another', async () => {
    await expect(writeConnector(root, nightOwl)).rejects.toThrow('EEXIST');
  });
});

test.each([
  ['dhl-unified', true],
  ['gls', true],
  ['DHL', false],
  ['../escape', false],
  ['dhl_unified', false],
  ['', false],
])('%j is a valid name: %s', (name, allowed) => {
  expect(isConnectorName(name)).toBe(allowed);
});

test('there is a template only for kinds of connectors', async () => {
  const kinds = await templateKinds();
  expect(kinds).toContain('carrier');
  expect(kinds.filter((kind) => !isConnectorKind(kind))).toEqual([]);
});
