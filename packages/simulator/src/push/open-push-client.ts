import { Agent, request } from 'undici';
import type { Push, PushAnswer } from './pusher.ts';
import { readRetryAfter } from './retry-after.ts';

export interface PushClientOptions {
  /** Kept open per receiver. */
  connectionsMax: number;
  timeOutMs: number;
}

export interface PushClient {
  post(push: Push): Promise<PushAnswer>;
  close(): Promise<void>;
}

/** HTTP POST over kept connections. */
export function openPushClient({ connectionsMax, timeOutMs }: PushClientOptions): PushClient {
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
      const header = typeof retryAfter === 'string' ? retryAfter : null;
      return { status: answer.statusCode, retryAfterMs: readRetryAfter(header, Date.now()) };
    },
    close: () => dispatcher.destroy(),
  };
}
