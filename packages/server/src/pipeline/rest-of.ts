import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves when `ms` have passed since `begun` (as of `performance.now()`), at once where they have.
 *
 * A batch costs the database and ourselves much the same whether it holds five messages or fifty. Begun as soon as the last one ends, batches are small as long
 * as the processors keep up, and take from them what a busier hour would need; begun so far apart, each holds what came meanwhile.
 */
export async function restOf(ms: number, begun: number): Promise<void> {
  const rest = begun + ms - performance.now();
  if (rest > 0) await sleep(rest);
}
