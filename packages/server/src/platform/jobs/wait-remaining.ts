import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves `ms` after `startedAt` (a `performance.now()` value), or at once if that time has passed.
 *
 * A batch has fixed costs: round trips, the commit, its statements. If the next batch started as soon as the
 * last one ended, batches would stay small while the processors keep up, and the fixed costs would be paid
 * often. With a minimum distance between two starts, each batch holds what arrived meanwhile.
 */
export async function waitRemaining(ms: number, startedAt: number): Promise<void> {
  const remainingMs = startedAt + ms - performance.now();
  if (remainingMs > 0) await sleep(remainingMs);
}
