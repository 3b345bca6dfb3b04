import type { LoadMessage } from './load-messages.ts';

/**
 * Messages created ahead of time, so that creating them takes no time from sending them. First in, first out.
 */
export class PreparedMessages {
  readonly #source: Iterator<LoadMessage>;
  readonly #max: number;
  #ready: LoadMessage[] = [];
  /** Start of the messages that were not taken yet. */
  #from = 0;
  #isExhausted = false;

  constructor(source: Iterable<LoadMessage>, max: number) {
    this.#source = source[Symbol.iterator]();
    this.#max = max;
  }

  get size(): number {
    return this.#ready.length - this.#from;
  }

  get isFull(): boolean {
    return this.#isExhausted || this.size >= this.#max;
  }

  prepare(count: number): void {
    for (let made = 0; made < count && !this.isFull; made++) this.#make();
  }

  /** Null when no message is left. */
  take(): LoadMessage | null {
    if (this.size === 0) this.#make();
    const message = this.#ready[this.#from];
    if (!message) return null;
    this.#from += 1;
    if (this.#from >= 4_096) {
      this.#ready = this.#ready.slice(this.#from);
      this.#from = 0;
    }
    return message;
  }

  #make(): void {
    const next = this.#source.next();
    if (next.done) this.#isExhausted = true;
    else this.#ready.push(next.value);
  }
}
