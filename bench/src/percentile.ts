/**
 * The smallest value that at least `rank` percent of the values do not exceed (nearest rank), rounded to
 * hundredths; null for an empty list.
 */
export function percentile(values: readonly number[], rank: number): number | null {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.max(0, Math.ceil((sorted.length * rank) / 100) - 1)];
  return value === undefined ? null : toHundredths(value);
}

/** The median of several runs. */
export function median(values: readonly number[]): number | null {
  return percentile(values, 50);
}

export function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
