import { createHistogram } from 'node:perf_hooks';

export interface Push {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface PushAnswer {
  status: number;
  /** The `Retry-After` of the answer; null when absent. */
  retryAfterMs: number | null;
}

export interface PusherTools {
  /** Rejects without an answer: no connection, closed early, or timed out. */
  post(push: Push): Promise<PushAnswer>;
  /** Rejects when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Monotonic milliseconds. */
  now(): number;
  random(): number;
}

export interface PusherLimits {
  /** Maximum number of pushes in flight. */
  concurrencyMax: number;
  /** Attempts for one push, including the first. */
  attemptsMax: number;
}

export interface PushCounts {
  /** Pushes accepted for delivery. */
  offered: number;
  /** Requests made, including retries. */
  sent: number;
  accepted: number;
  /** Answered with a status that is not retried. */
  refused: number;
  /** Given up after the last attempt. */
  failed: number;
  /** Answers by status; 0 means no answer. */
  statuses: Readonly<Record<number, number>>;
  /** From the start of the accepted attempt to its answer; null before the first. */
  latencyMs: { p50: number; p99: number; max: number } | null;
}

const firstRetryMs = 200;
const retryMsMax = 30_000;

/**
 * Delivers pushes as carriers do: a limited number at a time, again after `Retry-After` when the receiver is
 * full, with growing pauses when it is unreachable, and never again after a refusal.
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

  /** Resolves as soon as the push is in flight, which provides back-pressure. Never rejects. */
  async offer(push: Push): Promise<void> {
    while (this.#inFlight.size >= this.#limits.concurrencyMax) await Promise.race(this.#inFlight);
    this.#totals.offered += 1;
    const delivery = this.#deliver(push).finally(() => this.#inFlight.delete(delivery));
    this.#inFlight.add(delivery);
  }

  /** Resolves when no push is in flight. */
  async drain(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight);
  }

  /** Cancels all pending retries and waits for the requests in flight. */
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

  /** False when the pusher was stopped in the meantime. */
  async #pause({ retryAfterMs }: PushAnswer, attempt: number): Promise<boolean> {
    const growing = Math.min(retryMsMax, firstRetryMs * 2 ** (attempt - 1));
    const pauseMs = retryAfterMs ?? growing * (0.5 + this.#tools.random());
    return this.#tools.sleep(pauseMs, this.#stopping.signal).then(
      () => true,
      () => false,
    );
  }
}

/** No answer, a request to retry, or an error of the receiver. */
function isRetryable(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}
