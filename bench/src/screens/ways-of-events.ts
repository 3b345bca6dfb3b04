import { percentile } from '../percentile.ts';
import type { ToldEvent } from './tell-events.ts';

/** From one moment of each event to when it was seen. What never came was on its way for ever: null when that reaches the rank. */
export function percentileOfWays(
  told: readonly ToldEvent[],
  seen: ReadonlyMap<string, number>,
  { from, rank }: { from: 'acceptedAt' | 'sentAt'; rank: number },
): number | null {
  const ways = told.map((event) => (seen.get(event.mark) ?? Number.POSITIVE_INFINITY) - event[from]);
  const way = percentile(ways, rank);
  return way === null || !Number.isFinite(way) ? null : way;
}
