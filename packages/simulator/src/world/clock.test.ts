import { expect, it } from 'vitest';
import { type ClockRequest, startClock } from './clock.ts';

const real = { at: 0 };
function clockFrom(request: Partial<ClockRequest>) {
  real.at = 1_000_000;
  return startClock({ startAt: 400_000, speed: 10, realNow: () => real.at, ...request });
}

it('runs at its speed from its start', () => {
  const clock = clockFrom({});
  expect(clock.now()).toBe(400_000);
  real.at += 5_000;
  expect(clock.now()).toBe(450_000);
  expect(clock.realMsUntil(460_000)).toBe(1_000);
  expect(clock.realMsUntil(430_000)).toBe(0);
});

it('follows the real clock after it has caught up', () => {
  const clock = clockFrom({});
  real.at += 200_000;
  expect(clock.now()).toBe(real.at);
  expect(clock.realMsUntil(real.at + 30)).toBe(30);
});

it('runs ahead of the real clock when allowed', () => {
  const clock = clockFrom({ mayRunAhead: true });
  real.at += 200_000;
  expect(clock.now()).toBe(2_400_000);
  expect(clock.realMsUntil(2_400_100)).toBe(10);
});

it('waits for a start in the future', () => {
  const clock = clockFrom({ startAt: 1_500_000 });
  real.at += 499_000;
  expect(clock.now()).toBe(1_500_000);
  real.at += 2_000;
  expect(clock.now()).toBe(1_501_000);
});

it.each([0, 0.5, 100_001, Number.NaN])('rejects the speed %d', (speed) => {
  expect(() => clockFrom({ speed })).toThrow(RangeError);
});
