import { expect, test } from 'vitest';
import { sampleEntry } from '../dev-ui/sample-data.ts';
import { lastReceivedAt } from './last-received.ts';

const [source] = sampleEntry.sources;
if (source === undefined) throw new Error('The made-up entry has no source.');
const heard = (...receivedAt: string[]) => ({
  ...sampleEntry,
  sources: receivedAt.map((at) => ({ ...source, receivedAt: at })),
});

test('the last word of any source counts, also about what happened long before', () => {
  const timeline = [heard('2026-03-02T09:00:00Z'), heard('2026-03-01T08:00:00Z', '2026-03-03T07:00:00Z')];
  expect(lastReceivedAt(timeline)).toBe('2026-03-03T07:00:00Z');
});

test('of whom nobody has told, nothing was heard', () => {
  expect(lastReceivedAt([])).toBeNull();
});
