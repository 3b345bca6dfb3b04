import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ShipmentChange } from '../../api/stream/live-stream.ts';
import { sampleChange, sampleChangedEvent } from '../../api/testing/samples.ts';
import { ChangeBatches, mergeChanges } from './change-batches.ts';

const change = (shipmentId: string, sequence: number, isNews = true): ShipmentChange =>
  sampleChange({
    shipmentId,
    sequence,
    isNews,
    events: isNews ? [sampleChangedEvent({ localTime: `2026-03-0${sequence}` })] : [],
  });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('passes on the first change at once and later ones together after a pause', () => {
  const batchIds: string[][] = [];
  const batches = new ChangeBatches((changes) => batchIds.push([...changes.keys()]));
  batches.add(change('a', 1));
  vi.advanceTimersByTime(1);
  expect(batchIds).toEqual([['a']]);
  batches.add(change('b', 1));
  batches.add(change('c', 1));
  batches.add(change('b', 2));
  vi.advanceTimersByTime(50);
  expect(batchIds).toHaveLength(1);
  vi.advanceTimersByTime(60);
  expect(batchIds).toEqual([['a'], ['b', 'c']]);
});

test('passes on nothing after stop', () => {
  const batchIds: unknown[] = [];
  const batches = new ChangeBatches((changes) => batchIds.push(changes));
  batches.add(change('a', 1));
  batches.stop();
  vi.advanceTimersByTime(1_000);
  expect(batchIds).toEqual([]);
});

test.each([
  ['news after news: the later event', true, true, '2026-03-02'],
  ['a correction after news: the event of the news', true, false, '2026-03-01'],
  ['news after a correction: the event of the news', false, true, '2026-03-02'],
  ['a correction after a correction: no event', false, false, undefined],
])('merges %s', (_, first, second, localTime) => {
  const result = mergeChanges(change('a', 1, first), change('a', 2, second));
  expect([result.sequence, result.events.at(-1)?.localTime]).toEqual([2, localTime]);
});
