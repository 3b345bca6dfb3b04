import { expect, test } from 'vitest';
import { demoTime } from './demo-clock.ts';

const answeredAt = 1_000_000;

test.each([
  ['advances a minute per second at speed 60', 60, 5_000, 0 + 300_000],
  ['stops at the real time', 60, 60_000, answeredAt + 60_000],
  ['stands still at speed 0', 0, 60_000, 0],
])('%s', (_, speed, elapsedMs, expected) => {
  expect(demoTime({ reportedMs: 0, speed, answeredAt, presentMs: answeredAt + elapsedMs })).toBe(expected);
});

test('does not go back when the clock of the device is behind the server', () => {
  const reportedMs = answeredAt + 10_000;
  expect(demoTime({ reportedMs, speed: 1, answeredAt, presentMs: answeredAt + 1_000 })).toBe(reportedMs);
});
