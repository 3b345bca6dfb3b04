import { expect, test } from 'vitest';
import type { ShipmentChange } from '../../api/stream/live-stream.ts';
import type { ShipmentView } from '../../api/views.ts';
import { RecentChanges } from './recent-changes.ts';

// Only what the comparison looks at.
const row = (id: string, updatedAt: string) => ({ id, updatedAt }) as ShipmentView;
const told = (id: string, writtenAt: string): ReadonlyMap<string, ShipmentChange> =>
  // The same here.
  new Map([[id, { shipmentId: id, writtenAt } as ShipmentChange]]);

test('an answer that was made before a change is told of it, one that was made after it is not', () => {
  const recent = new RecentChanges();
  recent.add(told('a', '2026-03-02T10:00:01.000Z'), 0);
  recent.add(told('b', '2026-03-02T10:00:01.000Z'), 0);
  const rows = [
    row('a', '2026-03-02T10:00:00.999Z'),
    row('b', '2026-03-02T10:00:01.000Z'),
    row('c', '2026-03-02T09:00:00.000Z'),
  ];
  expect([...recent.unknownTo(rows).keys()]).toEqual(['a']);
});

test('of several changes the last one counts', () => {
  const recent = new RecentChanges();
  recent.add(told('a', '2026-03-02T10:00:01.000Z'), 0);
  recent.add(told('a', '2026-03-02T10:00:02.000Z'), 5);
  const unknown = recent.unknownTo([row('a', '2026-03-02T10:00:00.000Z')]);
  expect(unknown.get('a')?.writtenAt).toBe('2026-03-02T10:00:02.000Z');
});

test('what is long past is forgotten', () => {
  const recent = new RecentChanges();
  recent.add(told('a', '2026-03-02T10:00:01.000Z'), 0);
  recent.add(told('b', '2026-03-02T10:00:01.000Z'), 20_000);
  const rows = [row('a', '2026-03-02T10:00:00.000Z'), row('b', '2026-03-02T10:00:00.000Z')];
  expect([...recent.unknownTo(rows).keys()]).toEqual(['b']);
});
