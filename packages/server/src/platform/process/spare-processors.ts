import { setFlagsFromString } from 'node:v8';

/**
 * The young generation is collected by one thread. By default several do it together, which ends sooner and takes more processor time in all, on cores
 * that the product's own threads need. Of this engine's flags it is the only one that is set. To be called before anything else of a process that lives long.
 */
export function spareProcessors(): void {
  setFlagsFromString('--no-parallel-scavenge');
}
