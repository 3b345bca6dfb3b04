import { createHistogram } from 'node:perf_hooks';

export interface Push {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface PushAnswer {
  status: number;
  /** What the answer's `Retry-After` asks for; null when it does not ask. */
  retryAfterMs: number | null;
}

export interface PusherTools {
  /** Rejects when no answer came: no connection, broken off, or out of time. */
  post(push: Push): Promise<PushAnswer>;
  /** Rejects when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds that only go forwards. */
  now(): number;
  random(): number;
}

export interface PusherLimits {
  /** Pushes under way at the same time. */
  concurrencyMax: number;
  /** Tries for one push, the first included. */
  attemptsMax: number;
}

export interface PushCounts {
  /** Pushes taken on. */
  offered: number;
  /** Requests made, further tries included. */
  sent: number;
  accepted: number;
  /** Answered with a status that another try would not change. */
  refused: number;
  /** Given up after the last try. */
  failed: number;
  /** Answers by status; 0 is no answer. */
  statuses: Readonly<Record<number, number>>;
  /** From the accepted try's beginning to its answer; null before the first. */
  latencyMs: { p50: number; p99: number; max: number } | null;
}

const firstRetryMs = 200;
const retryMsMax = 30_000;

/**
 * Delivers pushes as a patient carrier does: some at a time, again after `Retry-After` when the receiver is full, with growing pauses when it
 * is gone, and never again when it says no.
 */
export class Pusher {
  readonly #tools: PusherTools;
  readonly #limits: PusherLimits;
  readonly #stopping = new AbortController();
  readonly #inFlight = new Set<Promise<void>>();
  readonly #latency = createHistogram();
  readonly #statuses: Record<number, number> = {};
  readonly #totals = { offered: 0, sent: 0, accepted: 0, refused: 0, failed: 0 };

  constructor(tools: PusherTools, limits: PusherLimits) {
    this.#tools = tools;
    this.#limits = limits;
  }

  /** Resolves as soon as the push is under way, which is the back-pressure; never rejects. */
  async offer(push: Push): Promise<void> {
    while (this.#inFlight.size >= this.#limits.concurrencyMax) await Promise.race(this.#inFlight);
    this.#totals.offered += 1;
    const delivery = this.#deliver(push).finally(() => this.#inFlight.delete(delivery));
    this.#inFlight.add(delivery);
  }

  /** Resolves when nothing is under way. */
  async drain(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight);
  }

  /** Ends all waiting for a further try; what is on the wire is waited for. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.drain();
  }

  counts(): PushCounts {
    const latency = this.#latency;
    const ms = (percentile: number) => latency.percentile(percentile) / 1_000;
    return {
      ...this.#totals,
      statuses: { ...this.#statuses },
      latencyMs: latency.count === 0 ? null : { p50: ms(50), p99: ms(99), max: latency.max / 1_000 },
    };
  }

  async #deliver(push: Push): Promise<void> {
    for (let attempt = 1; attempt <= this.#limits.attemptsMax; attempt++) {
      const answer = await this.#attempt(push);
      if (answer.status >= 200 && answer.status < 300) {
        this.#totals.accepted += 1;
        return;
      }
      if (!isRetryable(answer.status)) {
        this.#totals.refused += 1;
        return;
      }
      if (attempt < this.#limits.attemptsMax && !(await this.#pause(answer, attempt))) break;
    }
    this.#totals.failed += 1;
  }

  async #attempt(push: Push): Promise<PushAnswer> {
    const started = this.#tools.now();
    this.#totals.sent += 1;
    const answer = await this.#tools.post(push).catch(() => ({ status: 0, retryAfterMs: null }));
    this.#statuses[answer.status] = (this.#statuses[answer.status] ?? 0) + 1;
    const micros = Math.round((this.#tools.now() - started) * 1_000);
    if (answer.status >= 200 && answer.status < 300) this.#latency.record(Math.max(1, micros));
    return answer;
  }

  /** False when the pusher was stopped meanwhile. */
  async #pause({ retryAfterMs }: PushAnswer, attempt: number): Promise<boolean> {
    const growing = Math.min(retryMsMax, firstRetryMs * 2 ** (attempt - 1));
    const pauseMs = retryAfterMs ?? growing * (0.5 + this.#tools.random());
    return this.#tools.sleep(pauseMs, this.#stopping.signal).then(
      () => true,
      () => false,
    );
  }
}

/** No answer, told to come back, or the receiver's own fault. */
function isRetryable(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}
