import { Client, type Dispatcher } from 'undici';
import { readRetryAfter } from '../push/retry-after.ts';

export interface LoadRequest {
  path: string;
  /** Names and values in turn. */
  headers: string[];
  body: Buffer;
}

export interface Answer {
  status: number;
  retryAfterMs: number | null;
}

/** Null: the connection failed before the answer arrived. */
export type OnAnswer = (answer: Answer | null) => void;

/**
 * One kept HTTP connection that sends prepared requests, several at a time (pipelining).
 *
 * It uses undici's `dispatch`, the interface below `request`, because the load shares its processor cores
 * with what it measures and `dispatch` takes less processor time.
 */
export class Connection {
  readonly #client: Client;
  #inFlight = 0;

  constructor(url: string, pipelining: number) {
    this.#client = new Client(url, { pipelining });
  }

  /** Requests sent and not yet answered. */
  get inFlight(): number {
    return this.#inFlight;
  }

  send(request: LoadRequest, onAnswer: OnAnswer): void {
    this.#inFlight += 1;
    const finish: OnAnswer = (answer) => {
      this.#inFlight -= 1;
      onAnswer(answer);
    };
    // Milepost counts a repeated message instead of processing it again, so a push may be pipelined.
    this.#client.dispatch({ ...request, method: 'POST', idempotent: true }, handlerOf(finish));
  }

  async close(): Promise<void> {
    await this.#client.destroy();
  }
}

function handlerOf(finish: OnAnswer): Dispatcher.DispatchHandler {
  let answer: Answer | null = null;
  return {
    onRequestStart: () => undefined,
    onResponseStart(_controller, status, headers) {
      const { 'retry-after': retryAfter } = headers;
      const header = typeof retryAfter === 'string' ? retryAfter : null;
      answer = { status, retryAfterMs: readRetryAfter(header, Date.now()) };
    },
    onResponseData: () => undefined,
    onResponseEnd: () => finish(answer),
    onResponseError: () => finish(null),
  };
}
