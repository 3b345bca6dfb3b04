/**
 * A priority queue of due times: a binary heap over two typed arrays, so that a hundred thousand entries cost
 * little more than a megabyte. Entries with the same time are ordered by number.
 */
export class Schedule {
  #moments = new Float64Array(1_024);
  #numbers = new Uint32Array(1_024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Time of the first entry; null when empty. */
  get next(): number | null {
    return this.#size === 0 ? null : this.#momentAt(0);
  }

  add(at: number, number: number): void {
    if (this.#size === this.#moments.length) this.#grow();
    let index = this.#size;
    this.#size += 1;
    this.#put(index, at, number);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isBefore(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  /** Removes the first entry and returns its number; null when nothing is due at `now`. */
  takeDue(now: number): number | null {
    if (this.#size === 0 || this.#momentAt(0) > now) return null;
    const number = this.#numberAt(0);
    this.#size -= 1;
    this.#put(0, this.#momentAt(this.#size), this.#numberAt(this.#size));
    this.#sink();
    return number;
  }

  #sink(): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      if (left >= this.#size) return;
      const right = left + 1;
      const child = right < this.#size && this.#isBefore(right, left) ? right : left;
      if (!this.#isBefore(child, index)) return;
      this.#swap(child, index);
      index = child;
    }
  }

  #isBefore(left: number, right: number): boolean {
    const difference = this.#momentAt(left) - this.#momentAt(right);
    return difference === 0 ? this.#numberAt(left) < this.#numberAt(right) : difference < 0;
  }

  #swap(left: number, right: number): void {
    const moment = this.#momentAt(left);
    const number = this.#numberAt(left);
    this.#put(left, this.#momentAt(right), this.#numberAt(right));
    this.#put(right, moment, number);
  }

  #put(index: number, at: number, number: number): void {
    this.#moments[index] = at;
    this.#numbers[index] = number;
  }

  #momentAt(index: number): number {
    return this.#moments[index] ?? Number.POSITIVE_INFINITY;
  }

  #numberAt(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  #grow(): void {
    const moments = new Float64Array(this.#moments.length * 2);
    const numbers = new Uint32Array(this.#numbers.length * 2);
    moments.set(this.#moments);
    numbers.set(this.#numbers);
    this.#moments = moments;
    this.#numbers = numbers;
  }
}
