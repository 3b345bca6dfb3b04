import { setFlagsFromString } from 'node:v8';

/**
 * Lets one thread collect the young generation. By default several threads do it together, which finishes
 * sooner but takes more processor time, on cores that the product's own threads need. Call it first in any
 * long-lived process.
 */
export function disableParallelScavenge(): void {
  setFlagsFromString('--no-parallel-scavenge');
}
