import { median, toHundredths } from '../percentile.ts';

/** The two sides of a comparison. */
export interface Pair<T> {
  base: T;
  current: T;
}

/**
 * Measures both sides in alternating order (base, current, current, base, …), so that a slow drift of the
 * machine affects both alike.
 */
export async function runPairs<T>(
  count: number,
  measure: (side: keyof Pair<T>, pair: number) => Promise<T>,
): Promise<Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let pair = 0; pair < count; pair++) {
    if (pair % 2 === 0) {
      const base = await measure('base', pair);
      pairs.push({ base, current: await measure('current', pair) });
    } else {
      const current = await measure('current', pair);
      pairs.push({ base: await measure('base', pair), current });
    }
  }
  return pairs;
}

export interface Comparison {
  measure: string;
  unit: string;
  /** Medians over the pairs. */
  base: number;
  current: number;
  /** Median of current by median of base: above 1 the current checkout needs more. */
  ratio: number;
  pairs: readonly Pair<number>[];
}

export function compareMedians(measure: string, unit: string, pairs: readonly Pair<number>[]): Comparison {
  const medianOf = (side: keyof Pair<number>): number =>
    median(pairs.map((pair) => pair[side])) ?? Number.NaN;
  const [base, current] = [medianOf('base'), medianOf('current')];
  const rounded = pairs.map((pair) => ({
    base: toHundredths(pair.base),
    current: toHundredths(pair.current),
  }));
  return {
    measure,
    unit,
    base,
    current,
    ratio: Math.round((current / base) * 1_000) / 1_000,
    pairs: rounded,
  };
}
