/** How many readers may go first in a row while another caller waits. */
const readersInARowMax = 8;

/**
 * The order in which callers get the only connection. Readers go first: reads are short and a user waits for
 * them, while a steady queue of writers would delay each single read. After some readers another caller gets
 * its turn.
 */
export class ConnectionTurns {
  readonly #readers: (() => void)[] = [];
  readonly #others: (() => void)[] = [];
  #taken = false;
  #readersInARow = 0;

  /** Resolves when the caller has the connection, which it keeps until it calls `release`. */
  take(kind: 'reader' | 'other'): Promise<void> {
    if (!this.#taken) {
      this.#taken = true;
      return Promise.resolve();
    }
    const queue = kind === 'reader' ? this.#readers : this.#others;
    return new Promise((resolve) => queue.push(resolve));
  }

  release(): void {
    const next = this.#next();
    if (next) next();
    else this.#taken = false;
  }

  #next(): (() => void) | undefined {
    const isReadersTurn = this.#readersInARow < readersInARowMax || this.#others.length === 0;
    const reader = isReadersTurn ? this.#readers.shift() : undefined;
    this.#readersInARow = reader ? this.#readersInARow + 1 : 0;
    return reader ?? this.#others.shift();
  }
}
