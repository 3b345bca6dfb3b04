import type { Answer } from './answer-reader.ts';
import type { LoadMessage } from './load-messages.ts';
import { LoadRecords } from './load-records.ts';
import type { Connection } from './open-connection.ts';
import { type Pace, steadyPace } from './pace.ts';
import type { PreparedMessages } from './prepared-messages.ts';

export interface LoadRunOptions {
  /** Messages a second, whether or not the receiver keeps up (open loop); null sends the next when one is answered (closed loop). */
  ratePerSecond: number | null;
  /** How long the rate takes to rise from nothing; see pace.ts. */
  rampSeconds: number;
  /** Ends after this time even if there are more messages. */
  seconds: number;
  /** Requests under way on one connection at most. */
  pipelining: number;
}

export interface LoadTools {
  /** All to one receiver. */
  connections: readonly LoadConnection[];
  /** Milliseconds since 1970 UTC with fractions, never backwards. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface LoadCounts {
  /** Messages sent at least once. */
  sent: number;
  accepted: number;
  /** Answered with a status that another try would not change. */
  refused: number;
  /** Further tries, because the receiver was full or gone. */
  retries: number;
  /** Answers by status; 0 is no answer. */
  statuses: Readonly<Record<number, number>>;
}

/** What is needed of a connection. */
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

/** Sends messages, and notes when each was due, sent and accepted. A message that is told to come back later does so until it is accepted. */
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

  /** Resolves when the time is over or no message is left, and every answer has come (or half a minute has passed since). */
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

  /** In a closed loop a message that is told to come back keeps its place, so that a full receiver is not met with ever more messages. */
  #mayStart(): boolean {
    const { pipelining } = this.#options;
    if (this.#pace === null && this.#open >= this.#tools.connections.length * pipelining) return false;
    return !this.#isOver;
  }

  /** Messages sent, and neither accepted nor refused. */
  get #open(): number {
    return this.#counts.sent - this.#counts.accepted - this.#counts.refused;
  }

  /** What waits to be sent again goes first, or at saturation it would never find a free connection. */
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

  /** The next in turn with room; null when all are full. */
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
