import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

const oneToHundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test.each([
  ['the middle of an odd number of values', [3, 1, 2], 50, 2],
  ['the lower middle of an even number of values', [4, 1, 3, 2], 50, 2],
  ['the value that 99 in 100 do not exceed', oneToHundred, 99, 99],
  ['the largest value at rank 100', oneToHundred, 100, 100],
  ['the smallest value at rank 0', oneToHundred, 0, 1],
  ['the only value at every rank', [7], 99, 7],
  ['numbers by size and not by their digits', [9, 10, 100], 50, 10],
  ['hundredths at most', [1.23456], 50, 1.23],
])('gives %s', (_what, values, rank, expected) => {
  expect(percentile(values, rank)).toBe(expected);
});

test('returns null for an empty list, not a zero that looks fast', () => {
  expect(percentile([], 50)).toBeNull();
});
