import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Throttle } from './throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('runs soon after the first request, and once after the pause for all later ones', () => {
  const action = vi.fn<() => void>();
  const throttle = new Throttle(action, { delayMs: 300, pauseMs: 4_000 });
  throttle.request();
  vi.advanceTimersByTime(299);
  expect(action).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(1);
  expect(action).toHaveBeenCalledTimes(1);
  throttle.request();
  throttle.request();
  vi.advanceTimersByTime(3_999);
  expect(action).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(action).toHaveBeenCalledTimes(2);
});

test('runs soon again for a request long after the last run', () => {
  const action = vi.fn<() => void>();
  const throttle = new Throttle(action, { delayMs: 300, pauseMs: 4_000 });
  throttle.request();
  vi.advanceTimersByTime(10_000);
  throttle.request();
  vi.advanceTimersByTime(300);
  expect(action).toHaveBeenCalledTimes(2);
});

test('does not run after stop', () => {
  const action = vi.fn<() => void>();
  const throttle = new Throttle(action, { delayMs: 300, pauseMs: 4_000 });
  throttle.request();
  throttle.stop();
  vi.advanceTimersByTime(10_000);
  expect(action).not.toHaveBeenCalled();
});
