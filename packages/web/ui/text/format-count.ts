const numbers = new Intl.NumberFormat('en');

/** A count with its thousands apart. */
export function formatCount(count: number): string {
  return numbers.format(count);
}
