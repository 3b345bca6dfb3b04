import { LRUCache } from 'lru-cache';
import type { RawMessage } from './store/raw-messages.ts';

const bytesMax = 64 * 1024 * 1024;

/**
 * Messages that were just received, so that the pipeline need not read them back. It is only an
 * optimisation: what is missing (because of the limits, another process, or a restart) is read from the
 * database.
 */
export class MessageCache {
  readonly #messages: LRUCache<string, RawMessage>;

  /**
   * A small limit suits a thread with a small young generation, because messages that stay are moved out of
   * it.
   */
  constructor(messagesMax: number) {
    this.#messages = new LRUCache({
      max: messagesMax,
      maxSize: bytesMax,
      // To lru-cache, a size of 0 is an error.
      sizeCalculation: ({ body }) => Math.max(1, body.byteLength),
    });
  }

  add(messages: readonly RawMessage[]): void {
    for (const message of messages) this.#messages.set(message.id, message);
  }

  /** Removes the message and returns it; null when it is missing. */
  take(id: string): RawMessage | null {
    const message = this.#messages.get(id) ?? null;
    this.#messages.delete(id);
    return message;
  }
}
