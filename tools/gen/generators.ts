import { carrierList } from './carrier-list.ts';
import type { Generator } from './generator.ts';

/** In this order, because a later one may read what an earlier one wrote. */
export const generators: readonly Generator[] = [carrierList];
