/**
 * The entry of the pipeline: keeps a message durably before it is acknowledged.
 *
 *   callers ──► waiting ──► one insert for all that wait ──► commit ──► all callers answered
 *
 * While an insert runs, the next batch gathers: a busy hour costs one commit for hundreds of messages, and in
 * a quiet one no message waits (group commit). When several arrived together, more usually follow and get a
 * moment to gather. Bounded: when too many wait here, or the inbox is over its limit, senders are refused
 * with Retry-After.
 */
import { hash } from 'node:crypto';
import type { MessageKind } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import { Overloaded } from '../../platform/http/overloaded.ts';
import { waitRemaining } from '../../platform/jobs/wait-remaining.ts';
import { inboxDepth, keepRawMessages, type RawMessage } from './store/raw-messages.ts';

export class Receiver {
  readonly #database: Database;
  readonly #limits: ReceiverLimits;
  readonly #tools: ReceiverTools;
  #waiting: Waiting[] = [];
  #writing = 0;
  #depth = 0;
  #depthReadAt = Number.NEGATIVE_INFINITY;
  #readingDepth = false;

  constructor(database: Database, limits: ReceiverLimits, tools: ReceiverTools) {
    this.#database = database;
    this.#limits = limits;
    this.#tools = tools;
  }

  /**
   * Resolves when the message is on disk. Throws `Overloaded`, or the database's failure; then nothing was
   * kept.
   */
  async receive(message: IncomingMessage): Promise<Receipt> {
    this.#refuseWhenFull();
    const raw: RawMessage = {
      ...message,
      id: this.#tools.newId(),
      receivedAt: this.#tools.now(),
      contentHash: contentHashOf(message),
    };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ raw, resolve, reject });
      if (this.#writing < this.#limits.writersMax) void this.#write();
    });
  }

  /** Resolves when no message waits any more. */
  async drain(): Promise<void> {
    while (this.#writing > 0 || this.#waiting.length > 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  #refuseWhenFull(): void {
    if (this.#waiting.length >= this.#limits.waitingMax) throw inboxFull(1);
    if (this.#depth >= this.#limits.inboxMax) throw inboxFull(5);
  }

  async #write(): Promise<void> {
    this.#writing += 1;
    try {
      while (this.#waiting.length > 0) {
        const startedAt = performance.now();
        const batch = this.#waiting.splice(0, this.#limits.batchMax);
        await this.#writeOnce(batch);
        const { batchMax, gatherMs } = this.#limits;
        if (batch.length > 1 && batch.length < batchMax) await waitRemaining(gatherMs, startedAt);
      }
    } finally {
      this.#writing -= 1;
    }
  }

  async #writeOnce(batch: readonly Waiting[]): Promise<void> {
    try {
      const fresh = await keepRawMessages(
        this.#database,
        batch.map(({ raw }) => raw),
      );
      for (const { raw, resolve } of batch) resolve({ id: raw.id, isNew: fresh.has(raw.id) });
      this.#tools.onReceived(batch.flatMap(({ raw }) => (fresh.has(raw.id) ? [raw] : [])));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    void this.#readDepth();
  }

  async #readDepth(): Promise<void> {
    const now = this.#tools.now();
    if (this.#readingDepth || now - this.#depthReadAt < depthAgeMsMax) return;
    this.#readingDepth = true;
    try {
      this.#depth = await inboxDepth(this.#database, this.#limits.inboxMax);
      this.#depthReadAt = now;
    } catch {
      // When the database is unavailable, the next insert is refused anyway.
    } finally {
      this.#readingDepth = false;
    }
  }

  /** Called when the worker has progressed, so that a full inbox reopens without waiting for a message. */
  async refreshDepth(): Promise<void> {
    if (this.#depth >= this.#limits.inboxMax) await this.#readDepth();
  }
}

const depthAgeMsMax = 500;

export interface IncomingMessage {
  workspaceId: string;
  accountId: string;
  carrier: string;
  kind: MessageKind;
  contentType: string | null;
  headers: Readonly<Record<string, string>>;
  askedFor: readonly string[] | null;
  body: Uint8Array;
}

export interface Receipt {
  id: string;
  /** False when the account has sent the same content before. */
  isNew: boolean;
}

export interface ReceiverLimits {
  /** Messages that may wait in memory for the running insert. */
  waitingMax: number;
  /** Messages in one insert. */
  batchMax: number;
  /** Inserts at the same time. */
  writersMax: number;
  /**
   * Minimum time between the starts of two inserts of several messages that are not full; see
   * wait-remaining.ts.
   */
  gatherMs: number;
  /** Messages in the inbox above which senders are refused with Retry-After. */
  inboxMax: number;
}

export interface ReceiverTools {
  newId(): string;
  now(): number;
  /** Called after each insert with the new messages, to wake the worker. */
  onReceived(messages: readonly RawMessage[]): void;
}

function inboxFull(retryAfterSeconds: number): Overloaded {
  return new Overloaded('Too many messages wait to be processed.', retryAfterSeconds);
}

interface Waiting {
  raw: RawMessage;
  resolve(receipt: Receipt): void;
  reject(error: unknown): void;
}

function contentHashOf(message: IncomingMessage): Uint8Array {
  // The same empty answer for another number is another message.
  const parts = [
    Buffer.from(message.kind),
    message.body,
    Buffer.from(message.askedFor?.join('\u001f') ?? ''),
  ];
  return hash('sha256', Buffer.concat(parts), 'buffer');
}
