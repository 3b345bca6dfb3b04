import { Agent, request } from 'undici';
import type { Push, PushAnswer } from './pusher.ts';
import { readRetryAfter } from './retry-after.ts';

export interface PostOptions {
  /** Kept open for each receiver. */
  connectionsMax: number;
  timeOutMs: number;
}

export interface OpenPost {
  post(push: Push): Promise<PushAnswer>;
  close(): Promise<void>;
}

/** HTTP POST over kept connections. */
export function openPost({ connectionsMax, timeOutMs }: PostOptions): OpenPost {
  const dispatcher = new Agent({
    connections: connectionsMax,
    pipelining: 1,
    connect: { timeout: timeOutMs },
    headersTimeout: timeOutMs,
    bodyTimeout: timeOutMs,
  });
  return {
    async post({ url, headers, body }) {
      const answer = await request(url, { method: 'POST', headers, body, dispatcher });
      await answer.body.dump();
      const { 'retry-after': retryAfter } = answer.headers;
      const said = typeof retryAfter === 'string' ? retryAfter : null;
      return { status: answer.statusCode, retryAfterMs: readRetryAfter(said, Date.now()) };
    },
    close: () => dispatcher.destroy(),
  };
}
