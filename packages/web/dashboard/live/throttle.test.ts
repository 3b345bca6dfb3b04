import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Throttle } from './throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first wish is granted soon, and those after it once when the pause is over', () => {
  const act = vi.fn<() => void>();
  const paced = new Throttle(act, { soonMs: 300, pauseMs: 4_000 });
  paced.wish();
  vi.advanceTimersByTime(299);
  expect(act).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(1);
  paced.wish();
  paced.wish();
  vi.advanceTimersByTime(3_999);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(2);
});

test('a wish long after the last act is granted soon again', () => {
  const act = vi.fn<() => void>();
  const paced = new Throttle(act, { soonMs: 300, pauseMs: 4_000 });
  paced.wish();
  vi.advanceTimersByTime(10_000);
  paced.wish();
  vi.advanceTimersByTime(300);
  expect(act).toHaveBeenCalledTimes(2);
});

test('nothing is done after the end', () => {
  const act = vi.fn<() => void>();
  const paced = new Throttle(act, { soonMs: 300, pauseMs: 4_000 });
  paced.wish();
  paced.stop();
  vi.advanceTimersByTime(10_000);
  expect(act).not.toHaveBeenCalled();
});
