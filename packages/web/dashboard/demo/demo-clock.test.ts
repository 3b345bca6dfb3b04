import { expect, test } from 'vitest';
import { demoTime } from './demo-clock.ts';

const answeredAt = 1_000_000;

test.each([
  ['a demo that catches up moves a minute in a second', 60, 5_000, 0 + 300_000],
  ['it stops at the present', 60, 60_000, answeredAt + 60_000],
  ['a demo that is stopped stands still', 0, 60_000, 0],
])('%s', (_, speed, elapsedMs, expected) => {
  expect(demoTime({ reportedMs: 0, speed, answeredAt, presentMs: answeredAt + elapsedMs })).toBe(expected);
});

test('a clock of this device that is behind the server does not turn the demo back', () => {
  const reportedMs = answeredAt + 10_000;
  expect(demoTime({ reportedMs, speed: 1, answeredAt, presentMs: answeredAt + 1_000 })).toBe(reportedMs);
});
