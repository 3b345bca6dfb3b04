import type { LoadMessage } from './load-messages.ts';
import { LoadRecords } from './load-records.ts';
import type { Answer, Connection } from './open-connection.ts';
import { type Pace, steadyPace } from './pace.ts';
import type { PreparedMessages } from './prepared-messages.ts';

export interface LoadRunOptions {
  /**
   * Messages a second, independent of the receiver (open loop). Null sends the next message after each answer
   * (closed loop).
   */
  ratePerSecond: number | null;
  /** How long the rate takes to rise from zero; see pace.ts. */
  rampSeconds: number;
  /** The run ends after this time even if messages are left. */
  seconds: number;
  /** Maximum number of requests in flight on one connection. */
  pipelining: number;
}

export interface LoadTools {
  /** All to the same receiver. */
  connections: readonly LoadConnection[];
  /** Milliseconds since 1970 UTC with fractions, never backwards. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface LoadCounts {
  /** Messages sent at least once. */
  sent: number;
  accepted: number;
  /** Answered with a status that is not retried. */
  refused: number;
  /** Further attempts, because the receiver was full or unreachable. */
  retries: number;
  /** Answers by status; 0 means no answer. */
  statuses: Readonly<Record<number, number>>;
}

/** The part of a connection that a run uses. */
type LoadConnection = Pick<Connection, 'send' | 'inFlight'>;

interface Attempt {
  message: LoadMessage;
  index: number;
  notBefore: number;
}

const tickMs = 1;
const pauseMs = 100;
const drainMsMax = 30_000;
const prepareStep = 10;

/**
 * Sends messages, and records when each was due, sent and accepted. A message that the receiver asks to retry
 * is sent until it is accepted.
 */
export class LoadRun {
  readonly records = new LoadRecords();
  readonly #messages: PreparedMessages;
  readonly #options: LoadRunOptions;
  /** Null in a closed loop. */
  readonly #pace: Pace | null;
  readonly #tools: LoadTools;
  readonly #retries: Attempt[] = [];
  #nextConnection = 0;
  #isOver = false;
  readonly #counts = { sent: 0, accepted: 0, refused: 0, retries: 0 };
  readonly #statuses: Record<number, number> = {};

  constructor(messages: PreparedMessages, options: LoadRunOptions, tools: LoadTools) {
    this.#messages = messages;
    this.#options = options;
    const { ratePerSecond, rampSeconds } = options;
    this.#pace = ratePerSecond === null ? null : steadyPace(ratePerSecond, rampSeconds);
    this.#tools = tools;
  }

  counts(): LoadCounts {
    return { ...this.#counts, statuses: { ...this.#statuses } };
  }

  /**
   * Resolves when the time is over or no message is left, and every answer has arrived (or 30 seconds have
   * passed).
   */
  async run(): Promise<void> {
    const started = this.#tools.now();
    const end = started + this.#options.seconds * 1_000;
    while (!this.#isOver && this.#tools.now() < end) {
      this.#sendRetries();
      this.#sendDue(started);
      this.#prepareFor(tickMs / 2);
      await this.#tools.sleep(tickMs);
    }
    this.#isOver = true;
    await this.#drain();
  }

  #sendDue(started: number): void {
    const pace = this.#pace;
    const due = pace?.dueCount(this.#tools.now() - started) ?? Infinity;
    while (this.#counts.sent < due && this.#mayStart()) {
      const connection = this.#freeConnection();
      if (!connection) return;
      const dueAt = pace ? started + pace.dueAtMs(this.#counts.sent) : this.#tools.now();
      this.#sendNext(connection, dueAt);
    }
  }

  #sendNext(connection: LoadConnection, dueAt: number): void {
    const message = this.#messages.take();
    if (!message) {
      this.#isOver = true;
      return;
    }
    this.#counts.sent += 1;
    const index = this.records.add(message, dueAt, this.#tools.now());
    this.#send(connection, { message, index, notBefore: 0 });
  }

  #send(connection: LoadConnection, attempt: Attempt): void {
    connection.send(attempt.message.request, (answer) => {
      this.#onAnswer(attempt, answer);
      if (this.#pace === null && answer !== null && !this.#isOver) this.#sendFollowing(connection);
    });
  }

  #onAnswer(attempt: Attempt, answer: Answer | null): void {
    const status = answer?.status ?? 0;
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
    if (status >= 200 && status < 300) {
      this.#counts.accepted += 1;
      this.records.accept(attempt.index, this.#tools.now());
    } else if (status === 0 || status === 429 || status >= 500) {
      this.#retries.push({ ...attempt, notBefore: this.#tools.now() + (answer?.retryAfterMs ?? pauseMs) });
    } else {
      this.#counts.refused += 1;
    }
  }

  /**
   * In a closed loop a message to be retried keeps its slot, so that a full receiver does not get ever more
   * messages.
   */
  #mayStart(): boolean {
    const { pipelining } = this.#options;
    if (this.#pace === null && this.#open >= this.#tools.connections.length * pipelining) return false;
    return !this.#isOver;
  }

  /** Messages sent, and neither accepted nor refused. */
  get #open(): number {
    return this.#counts.sent - this.#counts.accepted - this.#counts.refused;
  }

  /** Retries go first, or at saturation they would never get a free connection. */
  #sendFollowing(connection: LoadConnection): void {
    const attempt = this.#takeDueRetry();
    if (attempt) this.#retry(connection, attempt);
    else if (this.#mayStart()) this.#sendNext(connection, this.#tools.now());
  }

  #sendRetries(): void {
    for (let waiting = this.#retries.length; waiting > 0; waiting--) {
      const connection = this.#freeConnection();
      const attempt = connection && this.#takeDueRetry();
      if (!attempt) return;
      this.#retry(connection, attempt);
    }
  }

  #retry(connection: LoadConnection, attempt: Attempt): void {
    this.#counts.retries += 1;
    this.#send(connection, attempt);
  }

  #takeDueRetry(): Attempt | null {
    const now = this.#tools.now();
    const index = this.#retries.findIndex(({ notBefore }) => notBefore <= now);
    return index < 0 ? null : (this.#retries.splice(index, 1)[0] ?? null);
  }

  /** The next connection with a free slot, in rotation; null when all are full. */
  #freeConnection(): LoadConnection | null {
    const { connections } = this.#tools;
    const hasCapacity = (connection: LoadConnection) => connection.inFlight < this.#options.pipelining;
    const from = this.#nextConnection % connections.length;
    const later = connections.findIndex((connection, index) => index >= from && hasCapacity(connection));
    const index = later < 0 ? connections.findIndex(hasCapacity) : later;
    this.#nextConnection = index + 1;
    return connections[index] ?? null;
  }

  #prepareFor(ms: number): void {
    const end = this.#tools.now() + ms;
    while (!this.#messages.isFull && this.#tools.now() < end) this.#messages.prepare(prepareStep);
  }

  async #drain(): Promise<void> {
    const end = this.#tools.now() + drainMsMax;
    while (this.#open > 0 && this.#tools.now() < end) {
      this.#sendRetries();
      await this.#tools.sleep(tickMs);
    }
  }
}
