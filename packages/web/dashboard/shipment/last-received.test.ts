import { expect, test } from 'vitest';
import { sampleEntry } from '../dev-ui/sample-data.ts';
import { lastReceivedAt } from './last-received.ts';

const [source] = sampleEntry.sources;
if (source === undefined) throw new Error('The sample entry has no source.');
const entryReceivedAt = (...receivedAt: string[]) => ({
  ...sampleEntry,
  sources: receivedAt.map((at) => ({ ...source, receivedAt: at })),
});

test('returns the latest receipt of any source, also for an older event', () => {
  const timeline = [
    entryReceivedAt('2026-03-02T09:00:00Z'),
    entryReceivedAt('2026-03-01T08:00:00Z', '2026-03-03T07:00:00Z'),
  ];
  expect(lastReceivedAt(timeline)).toBe('2026-03-03T07:00:00Z');
});

test('returns null without events', () => {
  expect(lastReceivedAt([])).toBeNull();
});
