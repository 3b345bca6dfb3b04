import { expect, test } from 'vitest';
import { latencyPercentile, shownAt } from './event-latencies.ts';

const sent = [
  { mark: 'a', trackingNumber: 'A', sentAt: 1_000, acceptedAt: 1_010 },
  { mark: 'b', trackingNumber: 'B', sentAt: 2_000, acceptedAt: 2_050 },
];

test('measures from the sending or from the acceptance', () => {
  const seen = new Map([
    ['a', 1_110],
    ['b', 2_100],
  ]);
  expect(latencyPercentile(sent, seen, { from: 'sentAt', rank: 95 })).toBe(110);
  expect(latencyPercentile(sent, seen, { from: 'acceptedAt', rank: 95 })).toBe(100);
});

test('an event that a newer one of its parcel has overtaken was seen with that, and not with others', () => {
  const later = { mark: 'c', trackingNumber: 'A', sentAt: 3_000, acceptedAt: 3_010 };
  const all = [...sent, later];
  expect(shownAt(all, new Map([['c', 3_100]]))).toEqual(
    new Map([
      ['c', 3_100],
      ['a', 3_100],
    ]),
  );
  // What is seen after what is newer was there before it all the same.
  expect(shownAt(all, new Map(Object.entries({ a: 3_200, c: 3_100 }))).get('a')).toBe(3_100);
  expect(
    latencyPercentile(all, new Map(Object.entries({ b: 2_100, c: 3_100 })), { from: 'sentAt', rank: 95 }),
  ).toBe(2_100);
});

test('an event that never came is slower than any that did', () => {
  const seen = new Map([['b', 2_100]]);
  expect(latencyPercentile(sent, seen, { from: 'acceptedAt', rank: 50 })).toBe(50);
  expect(latencyPercentile(sent, seen, { from: 'acceptedAt', rank: 95 })).toBeNull();
});
