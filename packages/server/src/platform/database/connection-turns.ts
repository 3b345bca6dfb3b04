/** How many readers in a row go before somebody else who waits. */
const readersInARowMax = 8;

/**
 * Who gets the only connection next. Whoever reads goes first: a person waits for that and it is short, while writers come in a steady line that would
 * otherwise stand before every single read. Nobody is passed over for ever.
 */
export class ConnectionTurns {
  readonly #readers: (() => void)[] = [];
  readonly #others: (() => void)[] = [];
  #taken = false;
  #readersInARow = 0;

  /** Resolves when the connection is the caller's, until it calls `release`. */
  take(kind: 'reader' | 'other'): Promise<void> {
    if (!this.#taken) {
      this.#taken = true;
      return Promise.resolve();
    }
    const line = kind === 'reader' ? this.#readers : this.#others;
    return new Promise((resolve) => line.push(resolve));
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
