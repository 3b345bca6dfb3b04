import { hash } from 'node:crypto';
import type { MessageKind } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import { Overloaded } from '../../platform/http/overloaded.ts';
import { restOf } from '../../platform/jobs/rest-of.ts';
import { inboxDepth, keepRawMessages, type RawMessage } from './store/raw-messages.ts';

/**
 * The door of the pipeline: keeps a message durably before its sender is told so.
 *
 *   callers ──► waiting ──► one insert for all that wait ──► commit ──► every caller answered
 *
 * While one insert is under way the next batch gathers, so that a busy hour costs one commit for hundreds of messages and a quiet one none of the
 * waiting (group commit). Where several came at once more are on their heels, and are given a moment to gather. Bounded: when too much waits here, or the
 * inbox behind is over its limit, callers are told to come back.
 */
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

  /** Resolves when the message is on disk. Throws `Overloaded`, or the database's failure; then nothing of it was kept. */
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

  /** Resolves when nothing waits any more. */
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
        const begun = performance.now();
        const batch = this.#waiting.splice(0, this.#limits.batchMax);
        await this.#writeOnce(batch);
        const { batchMax, gatherMs } = this.#limits;
        if (batch.length > 1 && batch.length < batchMax) await restOf(gatherMs, begun);
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
      // A database that cannot be asked refuses the next insert by itself.
    } finally {
      this.#readingDepth = false;
    }
  }

  /** The worker tells how far it has come, so that a full inbox opens again without a message to ask for it. */
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
  /** Messages that may wait in memory for the insert under way. */
  waitingMax: number;
  /** Messages in one insert. */
  batchMax: number;
  /** Inserts at the same time. */
  writersMax: number;
  /** From the beginning of an insert of several messages, but not a full one, to that of the next one, at least; see rest-of.ts. */
  gatherMs: number;
  /** Messages in the inbox above which senders are told to come back. */
  inboxMax: number;
}

export interface ReceiverTools {
  newId(): string;
  now(): number;
  /** Called after each insert with what was new, to wake the worker. */
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
