import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves when `ms` have passed since `begun` (as of `performance.now()`), at once where they have.
 *
 * Part of what a batch costs does not depend on how much it holds: its round trips, its commit, its statements. Begun as soon as the last one ends, batches
 * are small as long as the processors keep up, and that part is paid often; begun so far apart, each holds what came meanwhile.
 */
export async function restOf(ms: number, begun: number): Promise<void> {
  const rest = begun + ms - performance.now();
  if (rest > 0) await sleep(rest);
}
