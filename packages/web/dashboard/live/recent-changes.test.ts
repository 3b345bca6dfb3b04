import { expect, test } from 'vitest';
import type { ShipmentChange } from '../../api/stream/live-stream.ts';
import { sampleChange, sampleShipment } from '../../api/testing/samples.ts';
import { RecentChanges } from './recent-changes.ts';

const row = (id: string, updatedAt: string) => sampleShipment({ id, updatedAt });
const changeOf = (id: string, writtenAt: string): ReadonlyMap<string, ShipmentChange> =>
  new Map([[id, sampleChange({ shipmentId: id, writtenAt })]]);

test('returns the changes that are newer than the rows', () => {
  const recent = new RecentChanges();
  recent.add(changeOf('a', '2026-03-02T10:00:01.000Z'), 0);
  recent.add(changeOf('b', '2026-03-02T10:00:01.000Z'), 0);
  const rows = [
    row('a', '2026-03-02T10:00:00.999Z'),
    row('b', '2026-03-02T10:00:01.000Z'),
    row('c', '2026-03-02T09:00:00.000Z'),
  ];
  expect([...recent.unknownTo(rows).keys()]).toEqual(['a']);
});

test('returns the last of several changes', () => {
  const recent = new RecentChanges();
  recent.add(changeOf('a', '2026-03-02T10:00:01.000Z'), 0);
  recent.add(changeOf('a', '2026-03-02T10:00:02.000Z'), 5);
  const unknown = recent.unknownTo([row('a', '2026-03-02T10:00:00.000Z')]);
  expect(unknown.get('a')?.writtenAt).toBe('2026-03-02T10:00:02.000Z');
});

test('forgets old changes', () => {
  const recent = new RecentChanges();
  recent.add(changeOf('a', '2026-03-02T10:00:01.000Z'), 0);
  recent.add(changeOf('b', '2026-03-02T10:00:01.000Z'), 20_000);
  const rows = [row('a', '2026-03-02T10:00:00.000Z'), row('b', '2026-03-02T10:00:00.000Z')];
  expect([...recent.unknownTo(rows).keys()]).toEqual(['b']);
});
