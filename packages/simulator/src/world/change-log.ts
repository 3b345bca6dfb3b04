/** Which parcels had news when, for feeds of changes. Only the newest entries are kept; feeds look back hours, not months. */
export class ChangeLog {
  readonly #entriesMax: number;
  #moments: number[] = [];
  #parcels: number[] = [];

  constructor(entriesMax = 100_000) {
    this.#entriesMax = entriesMax;
  }

  /** Moments must not descend. */
  add(at: number, parcel: number): void {
    this.#moments.push(at);
    this.#parcels.push(parcel);
    if (this.#moments.length < 2 * this.#entriesMax) return;
    this.#moments = this.#moments.slice(-this.#entriesMax);
    this.#parcels = this.#parcels.slice(-this.#entriesMax);
  }

  /** From `from` (included) to `to` (not included), each parcel once, in order of its first news. */
  between(from: number, to: number): number[] {
    return [...new Set(this.#parcels.slice(this.#indexOf(from), this.#indexOf(to)))];
  }

  /** First entry not before `at`. */
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
