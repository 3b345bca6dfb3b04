import { expect, test } from 'vitest';
import { latencyPercentile, shownAt } from './event-latencies.ts';

const sent = [
  { mark: 'a', trackingNumber: 'A', sentAt: 1_000, acceptedAt: 1_010 },
  { mark: 'b', trackingNumber: 'B', sentAt: 2_000, acceptedAt: 2_050 },
];

test('measures from sending or from acceptance', () => {
  const seen = new Map([
    ['a', 1_110],
    ['b', 2_100],
  ]);
  expect(latencyPercentile(sent, seen, { from: 'sentAt', rank: 95 })).toBe(110);
  expect(latencyPercentile(sent, seen, { from: 'acceptedAt', rank: 95 })).toBe(100);
});

test('counts an overtaken event as seen with a newer event of its own parcel only', () => {
  const later = { mark: 'c', trackingNumber: 'A', sentAt: 3_000, acceptedAt: 3_010 };
  const all = [...sent, later];
  expect(shownAt(all, new Map([['c', 3_100]]))).toEqual(
    new Map([
      ['c', 3_100],
      ['a', 3_100],
    ]),
  );
  // An event seen after a newer one was on the screen before.
  expect(shownAt(all, new Map(Object.entries({ a: 3_200, c: 3_100 }))).get('a')).toBe(3_100);
  expect(
    latencyPercentile(all, new Map(Object.entries({ b: 2_100, c: 3_100 })), { from: 'sentAt', rank: 95 }),
  ).toBe(2_100);
});

test('treats an event that never arrived as slower than any other', () => {
  const seen = new Map([['b', 2_100]]);
  expect(latencyPercentile(sent, seen, { from: 'acceptedAt', rank: 50 })).toBe(50);
  expect(latencyPercentile(sent, seen, { from: 'acceptedAt', rank: 95 })).toBeNull();
});
