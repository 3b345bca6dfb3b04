import { expect, test } from 'vitest';
import { percentileOfWays } from './ways-of-events.ts';

const told = [
  { mark: 'a', trackingNumber: 'A', sentAt: 1_000, acceptedAt: 1_010 },
  { mark: 'b', trackingNumber: 'B', sentAt: 2_000, acceptedAt: 2_050 },
];

test('measures from the sending or from the acceptance', () => {
  const seen = new Map([
    ['a', 1_110],
    ['b', 2_100],
  ]);
  expect(percentileOfWays(told, seen, { from: 'sentAt', rank: 95 })).toBe(110);
  expect(percentileOfWays(told, seen, { from: 'acceptedAt', rank: 95 })).toBe(100);
});

test('an event that never came is slower than any that did', () => {
  const seen = new Map([['b', 2_100]]);
  expect(percentileOfWays(told, seen, { from: 'acceptedAt', rank: 50 })).toBe(50);
  expect(percentileOfWays(told, seen, { from: 'acceptedAt', rank: 95 })).toBeNull();
});
