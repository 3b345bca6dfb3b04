const numbers = new Intl.NumberFormat('en');

/** A number with thousands separators. */
export function formatCount(count: number): string {
  return numbers.format(count);
}
