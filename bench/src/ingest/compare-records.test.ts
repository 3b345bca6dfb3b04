import type { LoadRecord } from '@milepost/simulator';
import { describe, expect, test } from 'vitest';
import { compareWithRecord, compareWithStream } from './compare-records.ts';
import { eventKey } from './event-key.ts';

const noon = Date.UTC(2026, 2, 1, 12);
const sentAt = 1_000;
const sent = (number: string, occurredAt = noon, acceptedAt: number | null = sentAt + 5): LoadRecord => [
  number,
  occurredAt,
  sentAt,
  sentAt + 1,
  acceptedAt,
];
const holding = (...keys: string[]) => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { counts, repeatedIdentities: 0 };
};
const a = eventKey('A', noon);
const b = eventKey('B', noon);

describe('the record', () => {
  test.each([
    ['holds what was told', [sent('A'), sent('B')], [a, b], { lost: 0, duplicated: 0 }],
    ['lacks an accepted event', [sent('A'), sent('B')], [a], { lost: 1, duplicated: 0 }],
    ['lacks an event that was never accepted', [sent('A', noon, null)], [], { lost: 0, duplicated: 0 }],
    [
      'holds an event that was sent and never accepted',
      [sent('A', noon, null)],
      [a],
      { lost: 0, duplicated: 0 },
    ],
    ['holds an event twice', [sent('A')], [a, a], { lost: 0, duplicated: 1 }],
    ['holds an event that nobody sent', [sent('A')], [a, b], { lost: 0, duplicated: 1 }],
    [
      'holds one event twice and another not at all',
      [sent('A'), sent('B')],
      [a, a],
      { lost: 1, duplicated: 1 },
    ],
    ['holds two events of one second', [sent('A'), sent('A', noon + 1)], [a, a], { lost: 0, duplicated: 0 }],
    [
      'lacks one of two events of one second',
      [sent('A'), sent('A', noon + 1)],
      [a],
      { lost: 1, duplicated: 0 },
    ],
    ['spells a number its own way', [sent('VAN-1 2')], [eventKey('VAN12', noon)], { lost: 0, duplicated: 0 }],
  ])('%s', (_what, messages, keys, expected) => {
    expect(compareWithRecord(messages, holding(...keys))).toEqual(expected);
  });

  test('holds one identity in two tellings that nobody sent twice', () => {
    expect(compareWithRecord([sent('A')], { ...holding(a), repeatedIdentities: 1 })).toEqual({
      lost: 0,
      duplicated: 1,
    });
  });
});

describe('the live stream', () => {
  test('shows an event so long after it was due', () => {
    const arrivals = { keys: [b, a], at: [sentAt + 40, sentAt + 25] };
    expect(compareWithStream([sent('A'), sent('B')], arrivals, 0)).toEqual({
      visibleMs: [25, 40],
      unseen: 0,
      seenTwice: 0,
    });
  });

  test('is not measured during the warm-up, but watched for what is missing', () => {
    const arrivals = { keys: [a], at: [sentAt + 40] };
    expect(compareWithStream([sent('A'), sent('B')], arrivals, sentAt + 1)).toEqual({
      visibleMs: [],
      unseen: 1,
      seenTwice: 0,
    });
  });

  test('shows an event again', () => {
    const arrivals = { keys: [a, a], at: [sentAt + 40, sentAt + 90] };
    expect(compareWithStream([sent('A')], arrivals, 0)).toEqual({ visibleMs: [40], unseen: 0, seenTwice: 1 });
  });

  test('owes nothing that was never accepted', () => {
    expect(compareWithStream([sent('A', noon, null)], { keys: [], at: [] }, 0).unseen).toBe(0);
  });
});
