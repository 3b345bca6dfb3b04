/**
 * The changes of a workspace for one listener, each once and in order, after a position.
 *
 *   subscribe ──► read the backlog ──► live
 *                    ▲        │ buffer overflow while reading
 *                    └────────┘
 *
 * The position at which the subscription takes effect is unknown. Therefore the first live batch is not sent;
 * it triggers one more read of the backlog, which contains everything up to that batch. Later batches follow
 * it without gap, and positions remove duplicates.
 */
import type { OutboxItem } from '../outbox-item.ts';

export interface ChangeSource {
  subscribe(listener: (items: readonly OutboxItem[]) => void): () => void;
  /** Up to `limit` changes after the position, in order. */
  changesAfter(position: number, limit: number): Promise<OutboxItem[]>;
}

export interface ChangeSink {
  /** Resolves when the listener can take more. The next page of the backlog waits for it. */
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
  #hasReceived = false;
  #mustRead = false;
  #isReading = false;
  #isClosed = false;

  /** `after` is the position of the last change that the listener has received. */
  constructor(source: ChangeSource, sink: ChangeSink, after: number) {
    this.#source = source;
    this.#sink = sink;
    this.#position = after;
    this.#unsubscribe = source.subscribe((items) => this.#receive(items));
    this.readBacklog();
  }

  /**
   * Reads changes that were not received live. Needed until the first live batch; further calls are harmless.
   */
  readBacklog(): void {
    this.#mustRead = true;
    if (!this.#isReading) void this.#catchUp();
  }

  get hasReceived(): boolean {
    return this.#hasReceived;
  }

  close(): void {
    this.#isClosed = true;
    this.#unsubscribe();
    this.#held = [];
  }

  #receive(items: readonly OutboxItem[]): void {
    if (this.#isClosed) return;
    if (!this.#hasReceived) {
      this.#hasReceived = true;
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
        // No await between this line and the check above, so nothing arrives in between.
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
    // Nearly always all items are new. Passing on the same array lets frames be encoded once for all
    // listeners.
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
