import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repeatWork } from './repeat-work.ts';

describe('repeated work', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs at its interval, and again after a failure', async () => {
    const failures: unknown[] = [];
    const work = vi
      .fn()
      .mockRejectedValueOnce(new Error('The database does not answer.'))
      .mockResolvedValue(undefined);
    const repetition = repeatWork([{ everyMs: 1_000, work }], (error) => failures.push(error));
    await vi.advanceTimersByTimeAsync(999);
    expect(work).toHaveBeenCalledTimes(0);
    await vi.advanceTimersByTimeAsync(2_001);
    expect(work).toHaveBeenCalledTimes(3);
    expect(failures).toEqual([new Error('The database does not answer.')]);
    await repetition.stop();
  });

  it('does not overlap, and stops after the round in progress', async () => {
    const steps: string[] = [];
    const slow = Promise.withResolvers<void>();
    const repetition = repeatWork(
      [
        {
          everyMs: 10,
          work: async (isStopping) => {
            steps.push('slow starts');
            await slow.promise;
            steps.push(isStopping() ? 'slow is stopped' : 'slow ends');
          },
        },
        { everyMs: 15, work: async () => void steps.push('quick') },
      ],
      () => undefined,
    );
    await vi.advanceTimersByTimeAsync(25);
    expect(steps).toEqual(['slow starts']);
    const stopped = repetition.stop();
    slow.resolve();
    await stopped;
    await vi.advanceTimersByTimeAsync(100);
    expect(steps).toEqual(['slow starts', 'slow is stopped']);
  });
});
