/**
 * The smallest value that at least so many in a hundred do not exceed (nearest rank), rounded to hundredths; null of nothing.
 */
export function percentile(values: readonly number[], rank: number): number | null {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.max(0, Math.ceil((sorted.length * rank) / 100) - 1)];
  return value === undefined ? null : toHundredths(value);
}

/** The middle of several runs. */
export function median(values: readonly number[]): number | null {
  return percentile(values, 50);
}

export function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
