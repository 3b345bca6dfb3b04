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
    ['contains what was sent', [sent('A'), sent('B')], [a, b], { lost: 0, duplicated: 0 }],
    ['lacks an accepted event', [sent('A'), sent('B')], [a], { lost: 1, duplicated: 0 }],
    ['lacks an event that was never accepted', [sent('A', noon, null)], [], { lost: 0, duplicated: 0 }],
    [
      'contains an event that was sent and never accepted',
      [sent('A', noon, null)],
      [a],
      { lost: 0, duplicated: 0 },
    ],
    ['contains an event twice', [sent('A')], [a, a], { lost: 0, duplicated: 1 }],
    ['contains an event that was not sent', [sent('A')], [a, b], { lost: 0, duplicated: 1 }],
    [
      'contains one event twice and lacks another',
      [sent('A'), sent('B')],
      [a, a],
      { lost: 1, duplicated: 1 },
    ],
    [
      'contains two events of one second',
      [sent('A'), sent('A', noon + 1)],
      [a, a],
      { lost: 0, duplicated: 0 },
    ],
    [
      'lacks one of two events of one second',
      [sent('A'), sent('A', noon + 1)],
      [a],
      { lost: 1, duplicated: 0 },
    ],
    [
      'writes a number in another form',
      [sent('VAN-1 2')],
      [eventKey('VAN12', noon)],
      { lost: 0, duplicated: 0 },
    ],
  ])('%s', (_what, messages, keys, expected) => {
    expect(compareWithRecord(messages, holding(...keys))).toEqual(expected);
  });

  test('counts an identity that is recorded twice but was sent once', () => {
    expect(compareWithRecord([sent('A')], { ...holding(a), repeatedIdentities: 1 })).toEqual({
      lost: 0,
      duplicated: 1,
    });
  });
});

describe('the live stream', () => {
  test('measures from when an event was due to its arrival', () => {
    const arrivals = { keys: [b, a], at: [sentAt + 40, sentAt + 25] };
    expect(compareWithStream([sent('A'), sent('B')], arrivals, 0)).toEqual({
      visibleMs: [25, 40],
      unseen: 0,
      seenTwice: 0,
    });
  });

  test('excludes the warm-up from the latencies, but not from the missing events', () => {
    const arrivals = { keys: [a], at: [sentAt + 40] };
    expect(compareWithStream([sent('A'), sent('B')], arrivals, sentAt + 1)).toEqual({
      visibleMs: [],
      unseen: 1,
      seenTwice: 0,
    });
  });

  test('counts events that arrive twice', () => {
    const arrivals = { keys: [a, a], at: [sentAt + 40, sentAt + 90] };
    expect(compareWithStream([sent('A')], arrivals, 0)).toEqual({ visibleMs: [40], unseen: 0, seenTwice: 1 });
  });

  test('does not expect events that were never accepted', () => {
    expect(compareWithStream([sent('A', noon, null)], { keys: [], at: [] }, 0).unseen).toBe(0);
  });
});
