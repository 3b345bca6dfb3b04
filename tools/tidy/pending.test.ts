import { expect, test } from 'vitest';
import { withoutPending } from './pending.ts';
import { placesOf } from './testing.ts';

const finding = (path: string) => ({ path, line: 1, message: 'is not as it should be.' });
const lines = [{ rule: 'words', folder: 'packages/a', findings: 2 }];
const check = (rule: string, ...paths: string[]) => placesOf(withoutPending(rule, paths.map(finding), lines));

test('a pending folder keeps the findings it is listed with', () => {
  expect(check('words', 'packages/a/x.ts', 'packages/a/y.ts')).toEqual([]);
});

test('findings elsewhere and of other rules are reported', () => {
  expect(check('words', 'packages/a/x.ts', 'packages/ab/x.ts')).toEqual(['packages/ab/x.ts:1']);
  expect(check('sizes', 'packages/a/x.ts')).toEqual(['packages/a/x.ts:1']);
});

test('a folder with more findings than listed reports all of them', () => {
  const paths = ['packages/a/x.ts', 'packages/a/y.ts', 'packages/a/z.ts'];
  expect(check('words', ...paths)).toEqual(paths.map((path) => `${path}:1`));
});

test('a line for a clean folder has to be deleted', () => {
  expect(check('words')).toEqual(['tools/tidy/pending.ts']);
});
