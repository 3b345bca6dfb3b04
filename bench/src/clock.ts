/**
 * Monotonic milliseconds since 1970 UTC with fractions. Processes on one machine agree on it to within a
 * fraction of a millisecond, so that send and arrival times can be compared.
 */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}
