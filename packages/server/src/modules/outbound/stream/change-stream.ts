import type { OutboxItem } from '../outbox-item.ts';

/**
 * The changes of a workspace for one listener, each once and in order, from a position on.
 *
 *   subscribe ──► read the backlog ──► live
 *                    ▲        │ more came than is kept meanwhile
 *                    └────────┘
 *
 * What is live begins at a moment that we do not know exactly, so the first live batch is not sent but taken as a sign to read once more: what is read
 * after it holds everything up to it, and what is heard after it follows without gap. Positions sort out what is both read and heard.
 */
export interface ChangeSource {
  subscribe(listener: (items: readonly OutboxItem[]) => void): () => void;
  /** Up to `limit` changes behind the position, in order. */
  changesAfter(position: number, limit: number): Promise<OutboxItem[]>;
}

export interface ChangeSink {
  /** Resolves when the listener has room for more. In the backlog the next page waits for it. */
  write(items: readonly OutboxItem[]): Promise<void>;
  fail(error: unknown): void;
}

const pageMax = 500;
const heldMax = 2_000;

export class ChangeStream {
  readonly #source: ChangeSource;
  readonly #sink: ChangeSink;
  readonly #unsubscribe: () => void;
  #position: number;
  #held: OutboxItem[] = [];
  #hasHeard = false;
  #mustRead = false;
  #isReading = false;
  #isClosed = false;

  /** `after` is the position of the last change that the listener knows. */
  constructor(source: ChangeSource, sink: ChangeSink, after: number) {
    this.#source = source;
    this.#sink = sink;
    this.#position = after;
    this.#unsubscribe = source.subscribe((items) => this.#hear(items));
    this.readBacklog();
  }

  /** Looks for what was not heard. Calling it more often than needed is harmless; needed it is until the first change was heard. */
  readBacklog(): void {
    this.#mustRead = true;
    if (!this.#isReading) void this.#catchUp();
  }

  get hasHeard(): boolean {
    return this.#hasHeard;
  }

  close(): void {
    this.#isClosed = true;
    this.#unsubscribe();
    this.#held = [];
  }

  #hear(items: readonly OutboxItem[]): void {
    if (this.#isClosed) return;
    if (!this.#hasHeard) {
      this.#hasHeard = true;
      this.readBacklog();
      return;
    }
    if (!this.#isReading) {
      void this.#send(items).catch((error: unknown) => this.#fail(error));
      return;
    }
    this.#held.push(...items);
    if (this.#held.length <= heldMax) return;
    this.#held = [];
    this.#mustRead = true;
  }

  async #catchUp(): Promise<void> {
    this.#isReading = true;
    try {
      while (this.#mustRead && !this.#isClosed) {
        this.#mustRead = false;
        await this.#readPages();
        // Without a pause between these lines and the test above, nothing is heard in between.
        if (!this.#mustRead) await this.#sendHeld();
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isReading = false;
    }
  }

  async #readPages(): Promise<void> {
    while (!this.#isClosed) {
      const items = await this.#source.changesAfter(this.#position, pageMax);
      await this.#send(items);
      if (items.length < pageMax) return;
    }
  }

  async #sendHeld(): Promise<void> {
    while (this.#held.length > 0 && !this.#isClosed) await this.#send(this.#held.splice(0));
  }

  async #send(items: readonly OutboxItem[]): Promise<void> {
    const [first] = items;
    // Nearly always all of it is new, and the same list for everybody need not be written out for each.
    const isAllNew = first !== undefined && first.position > this.#position;
    const fresh = isAllNew ? items : items.filter((item) => item.position > this.#position);
    const last = fresh.at(-1);
    if (!last || this.#isClosed) return;
    this.#position = last.position;
    await this.#sink.write(fresh);
  }

  #fail(error: unknown): void {
    if (!this.#isClosed) this.#sink.fail(error);
  }
}
