/**
 * Milliseconds since 1970 UTC with fractions, never backwards. Processes on one machine share it to within a fraction of a millisecond, so that what
 * one sent can be compared with what another saw.
 */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}
