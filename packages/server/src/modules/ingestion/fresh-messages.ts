import type { RawMessage } from './store/raw-messages.ts';

const bytesMax = 64 * 1024 * 1024;

/**
 * Messages that were kept a moment ago, so that whoever processes them need not read them back. A convenience
 * and no more: what is missing here, because there was too much, another process took it or this one began
 * anew, is read from the database.
 */
export class FreshMessages {
  readonly #messages = new Map<string, RawMessage>();
  readonly #messagesMax: number;
  #bytes = 0;

  /**
   * Beyond `messagesMax` the oldest go. Those that are there grow old, which a thread with a small nursery
   * pays for.
   */
  constructor(messagesMax: number) {
    this.#messagesMax = messagesMax;
  }

  add(messages: readonly RawMessage[]): void {
    for (const message of messages) {
      this.#messages.set(message.id, message);
      this.#bytes += message.body.byteLength;
    }
    for (const id of this.#messages.keys()) {
      if (this.#messages.size <= this.#messagesMax && this.#bytes <= bytesMax) return;
      this.take(id);
    }
  }

  /** Null when it is not here. Each is given out once. */
  take(id: string): RawMessage | null {
    const message = this.#messages.get(id) ?? null;
    if (message === null) return null;
    this.#messages.delete(id);
    this.#bytes -= message.body.byteLength;
    return message;
  }
}
