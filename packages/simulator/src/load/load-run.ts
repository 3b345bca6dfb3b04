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
  riseSeconds: number;
  /** Ends after this time even if there are more messages. */
  seconds: number;
  /** Requests under way on one connection at most. */
  pipelining: number;
}

export interface LoadTools {
  /** All to one receiver. */
  connections: readonly Line[];
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
  again: number;
  /** Answers by status; 0 is no answer. */
  statuses: Readonly<Record<number, number>>;
}

/** What is needed of a connection. */
type Line = Pick<Connection, 'send' | 'underWay'>;

interface Attempt {
  message: LoadMessage;
  place: number;
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
  readonly #again: Attempt[] = [];
  #turn = 0;
  #isOver = false;
  readonly #counts = { sent: 0, accepted: 0, refused: 0, again: 0 };
  readonly #statuses: Record<number, number> = {};

  constructor(messages: PreparedMessages, options: LoadRunOptions, tools: LoadTools) {
    this.#messages = messages;
    this.#options = options;
    const { ratePerSecond, riseSeconds } = options;
    this.#pace = ratePerSecond === null ? null : steadyPace(ratePerSecond, riseSeconds);
    this.#tools = tools;
  }

  counts(): LoadCounts {
    return { ...this.#counts, statuses: { ...this.#statuses } };
  }

  /** Resolves when the time is over or no message is left, and every answer has come (or half a minute has passed since). */
  async run(): Promise<void> {
    const begun = this.#tools.now();
    const end = begun + this.#options.seconds * 1_000;
    while (!this.#isOver && this.#tools.now() < end) {
      this.#sendAgain();
      this.#sendDue(begun);
      this.#prepareFor(tickMs / 2);
      await this.#tools.sleep(tickMs);
    }
    this.#isOver = true;
    await this.#drain();
  }

  #sendDue(begun: number): void {
    const pace = this.#pace;
    const due = pace?.dueBy(this.#tools.now() - begun) ?? Infinity;
    while (this.#counts.sent < due && this.#mayBegin()) {
      const connection = this.#freeConnection();
      if (!connection) return;
      const dueAt = pace ? begun + pace.momentOf(this.#counts.sent) : this.#tools.now();
      this.#sendNext(connection, dueAt);
    }
  }

  #sendNext(connection: Line, dueAt: number): void {
    const message = this.#messages.take();
    if (!message) {
      this.#isOver = true;
      return;
    }
    this.#counts.sent += 1;
    const place = this.records.add(message, dueAt, this.#tools.now());
    this.#send(connection, { message, place, notBefore: 0 });
  }

  #send(connection: Line, attempt: Attempt): void {
    connection.send(attempt.message.request, (answer) => {
      this.#take(attempt, answer);
      if (this.#pace === null && answer !== null && !this.#isOver) this.#sendFollowing(connection);
    });
  }

  #take(attempt: Attempt, answer: Answer | null): void {
    const status = answer?.status ?? 0;
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
    if (status >= 200 && status < 300) {
      this.#counts.accepted += 1;
      this.records.accept(attempt.place, this.#tools.now());
    } else if (status === 0 || status === 429 || status >= 500) {
      this.#again.push({ ...attempt, notBefore: this.#tools.now() + (answer?.retryAfterMs ?? pauseMs) });
    } else {
      this.#counts.refused += 1;
    }
  }

  /** In a closed loop a message that is told to come back keeps its place, so that a full receiver is not met with ever more messages. */
  #mayBegin(): boolean {
    const { pipelining } = this.#options;
    if (this.#pace === null && this.#open >= this.#tools.connections.length * pipelining) return false;
    return !this.#isOver;
  }

  /** Messages sent, and neither accepted nor refused. */
  get #open(): number {
    return this.#counts.sent - this.#counts.accepted - this.#counts.refused;
  }

  /** What waits to be sent again goes first, or at saturation it would never find a free connection. */
  #sendFollowing(connection: Line): void {
    const attempt = this.#takeDueAgain();
    if (attempt) this.#repeat(connection, attempt);
    else if (this.#mayBegin()) this.#sendNext(connection, this.#tools.now());
  }

  #sendAgain(): void {
    for (let waiting = this.#again.length; waiting > 0; waiting--) {
      const connection = this.#freeConnection();
      const attempt = connection && this.#takeDueAgain();
      if (!attempt) return;
      this.#repeat(connection, attempt);
    }
  }

  #repeat(connection: Line, attempt: Attempt): void {
    this.#counts.again += 1;
    this.#send(connection, attempt);
  }

  #takeDueAgain(): Attempt | null {
    const now = this.#tools.now();
    const index = this.#again.findIndex(({ notBefore }) => notBefore <= now);
    return index < 0 ? null : (this.#again.splice(index, 1)[0] ?? null);
  }

  /** The next in turn with room; null when all are full. */
  #freeConnection(): Line | null {
    const { connections } = this.#tools;
    const hasRoom = (one: Line) => one.underWay < this.#options.pipelining;
    const from = this.#turn % connections.length;
    const later = connections.findIndex((one, index) => index >= from && hasRoom(one));
    const index = later < 0 ? connections.findIndex(hasRoom) : later;
    this.#turn = index + 1;
    return connections[index] ?? null;
  }

  #prepareFor(ms: number): void {
    const end = this.#tools.now() + ms;
    while (!this.#messages.isFull && this.#tools.now() < end) this.#messages.prepare(prepareStep);
  }

  async #drain(): Promise<void> {
    const end = this.#tools.now() + drainMsMax;
    while (this.#open > 0 && this.#tools.now() < end) {
      this.#sendAgain();
      await this.#tools.sleep(tickMs);
    }
  }
}
