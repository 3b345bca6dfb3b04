/** The rules that check names, plain text and manifests. */
import { describe, expect, test } from 'vitest';
import { describeFinding } from './finding.ts';
import { checkDependencyPage, checkLicence, checkLockFile } from './manifests.ts';
import { checkFileNames } from './names.ts';
import { placesOf } from './testing.ts';
import { checkTraces } from './traces.ts';

const slash = '/';

test.each([
  ['packages/a/src/utils/date.ts', true],
  ['packages/a/src/date-helpers.ts', true],
  ['packages/a/src/common.ts', true],
  ['packages/a/src/commonwealth.ts', false],
  ['packages/a/src/date.ts', false],
])('the file name %s is refused: %s', (path, refused) => {
  expect(checkFileNames([{ path, text: '' }])).toHaveLength(refused ? 1 : 0);
});

test.each([
  [`see ${slash}home/ann/milepost`, true],
  [`in ${slash}tmp/milepost`, true],
  [`in ${slash}opt/node24/bin`, true],
  [`"resolved": "https://registry${'.'}example.org/a.tgz"`, true],
  ['GET /v1/work/items', false],
  ['in ./tmp/milepost', false],
  ['in /opt/homebrew/bin', false],
  ['a registry of carriers', false],
])('the line %j is refused: %s', (text, refused) => {
  expect(checkTraces([{ path: 'a.md', text }])).toHaveLength(refused ? 1 : 0);
});

describe('manifests', () => {
  const manifest = (fields: object) => ({ path: 'packages/a/package.json', text: JSON.stringify(fields) });
  const page = (...names: string[]) => ({
    path: 'docs/dependencies.md',
    text: names.map((name) => `| \`${name}\` | reason |`).join('\n'),
  });
  const messages = (findings: Parameters<typeof describeFinding>[0][]) => findings.map(describeFinding);

  test('name the licence, and its text is complete', () => {
    const whole = 'Apache License\n Version 2.0\n END OF TERMS AND CONDITIONS\n APPENDIX: How to apply';
    const licence = { path: 'LICENSE', text: whole };
    expect(checkLicence([manifest({ license: 'Apache-2.0' }), licence])).toEqual([]);
    expect(placesOf(checkLicence([manifest({ license: 'MIT' })]))).toEqual([
      'packages/a/package.json',
      'LICENSE',
    ]);
  });

  test('and the page of dependencies name the same packages', () => {
    const files = [manifest({ dependencies: { pg: '1', '@milepost/domain': '1' } }), page('pg')];
    expect(checkDependencyPage(files)).toEqual([]);
    expect(
      messages(checkDependencyPage([manifest({ devDependencies: { pg: '1' } }), page('ioredis')])),
    ).toEqual([
      'docs/dependencies.md: pg is used but not listed.',
      'docs/dependencies.md: ioredis is listed but not used.',
    ]);
  });

  test('and every cell of the page of dependencies is filled in', () => {
    const text = '| `pg` | client for a server | MIT |  |';
    const unexplained = { path: 'docs/dependencies.md', text };
    expect(messages(checkDependencyPage([manifest({ dependencies: { pg: '1' } }), unexplained]))).toEqual([
      'docs/dependencies.md: pg has an empty cell.',
    ]);
  });

  test('and the lock file name the same versions', () => {
    const lock = (version: string) => ({
      path: 'package-lock.json',
      text: JSON.stringify({ packages: { 'packages/a': { dependencies: { pg: version } } } }),
    });
    const present = manifest({ dependencies: { pg: '^8' } });
    expect(checkLockFile([present, lock('^8')])).toEqual([]);
    expect(placesOf(checkLockFile([present, lock('^7')]))).toEqual(['package-lock.json']);
    expect(placesOf(checkLockFile([present]))).toEqual(['package-lock.json']);
  });
});
