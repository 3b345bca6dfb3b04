import { expect, it } from 'vitest';
import { compareMedians, runPairs } from './run-pairs.ts';

it('alternates the order within the pairs', async () => {
  const order: string[] = [];
  const pairs = await runPairs(3, async (side, pair) => order.push(`${side} ${pair}`));
  expect(order).toEqual(['base 0', 'current 0', 'current 1', 'base 1', 'base 2', 'current 2']);
  expect(pairs).toEqual([
    { base: 1, current: 2 },
    { base: 4, current: 3 },
    { base: 5, current: 6 },
  ]);
});

it('compares the medians of both sides', () => {
  const pairs = [
    { base: 100, current: 104 },
    { base: 300, current: 90 },
    { base: 90, current: 105 },
  ];
  expect(compareMedians('list', 'µs', pairs)).toMatchObject({ base: 100, current: 104, ratio: 1.04 });
});
