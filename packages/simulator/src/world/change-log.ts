/**
 * Which parcels changed when, for feeds of changes. Only the newest entries are kept, because feeds look back
 * hours, not months.
 */
export class ChangeLog {
  readonly #entriesMax: number;
  #moments: number[] = [];
  #parcels: number[] = [];

  constructor(entriesMax = 100_000) {
    this.#entriesMax = entriesMax;
  }

  /** Times must not descend. */
  add(at: number, parcel: number): void {
    this.#moments.push(at);
    this.#parcels.push(parcel);
    if (this.#moments.length < 2 * this.#entriesMax) return;
    this.#moments = this.#moments.slice(-this.#entriesMax);
    this.#parcels = this.#parcels.slice(-this.#entriesMax);
  }

  /** From `from` (included) to `to` (excluded), each parcel once, in order of its first change. */
  between(from: number, to: number): number[] {
    return [...new Set(this.#parcels.slice(this.#indexOf(from), this.#indexOf(to)))];
  }

  /** First entry at or after `at`. */
  #indexOf(at: number): number {
    let low = 0;
    let high = this.#moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#moments[middle] ?? Number.POSITIVE_INFINITY) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
