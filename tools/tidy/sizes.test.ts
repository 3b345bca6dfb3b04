import { describe, expect, test } from 'vitest';
import { checkSizes, measureFiles, measureFunctions } from './sizes.ts';
import { placesOf, sourceOf } from './testing.ts';

const limit = { p95: 3, hard: 5 };
const filler = (count: number): string[] => Array.from({ length: count }, (_, index) => `  use(${index});`);
const functionOf = (lines: number): string[] => ['function long() {', ...filler(lines - 2), '}'];

describe('the size of a function', () => {
  const measure = (...lines: string[]) =>
    measureFunctions([sourceOf('a.ts', ...lines)]).map(({ subject, lines: count }) => [subject, count]);

  test.each<[string, string[], [string, number][]]>([
    ['is counted from its first to its last line', functionOf(4), [['a.ts#long', 4]]],
    [
      'is counted for methods and for functions in a constant',
      ['class A {', '  move() {', '  }', '}', 'const go = () => {', '};'],
      [
        ['a.ts#move', 2],
        ['a.ts#go', 2],
      ],
    ],
    ['is not counted without a block body', ['const first = () => 1;'], []],
    ['is not counted for the groups of a test file', ['describe.skipIf(no)("a", () => {', '});'], []],
    ['is counted for a test', ['test("a", () => {', '});'], [['a.ts#line 1', 2]]],
  ])('%s', (_, lines, expected) => {
    expect(measure(...lines)).toEqual(expected);
  });
});

describe('the limits', () => {
  const small = Array.from({ length: 19 }, (_, index) => sourceOf(`small-${index}.ts`, '1;'));
  const large = sourceOf('large.ts', ...filler(6));
  const check = (sources: Parameters<typeof measureFiles>[0], exceptions: Parameters<typeof checkSizes>[2]) =>
    placesOf(checkSizes(measureFiles(sources), limit, exceptions));

  test('refuse a file over the hard limit', () => {
    expect(check([...small, large], [])).toEqual(['large.ts:1']);
  });

  test('allow an exception at its noted size', () => {
    expect(check([...small, large], [{ subject: 'large.ts', lines: 6, reason: 'a table' }])).toEqual([]);
  });

  test('refuse an exception that has grown', () => {
    expect(check([...small, large], [{ subject: 'large.ts', lines: 5, reason: 'a table' }])).toEqual([
      'large.ts:1',
    ]);
  });

  test('refuse an exception that is no longer needed', () => {
    const stale = [{ subject: 'small-1.ts', lines: 6, reason: 'a table' }];
    expect(check(small, stale)).toEqual(['tools/tidy/size-exceptions.ts']);
  });

  test('refuse more than one in twenty over the p95', () => {
    const middling = sourceOf('middling.ts', ...filler(4));
    expect(check([...small, middling], [])).toEqual([]);
    expect(check([...small.slice(1), middling], [])).toEqual(['middling.ts:1']);
  });
});
