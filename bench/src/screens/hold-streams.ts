/**
 * A thread that keeps many live streams open, compressed as for browsers, and discards what it reads. A
 * separate thread, so that the measuring code does not wait for it. It sends `open` when all are open, and
 * its counts on request.
 */

import { get, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

export interface StreamsGiven {
  url: string;
  headers: Readonly<Record<string, string>>;
  count: number;
}

export type StreamsMessage = { type: 'open' } | ({ type: 'counts' } & StreamCounts);

export interface StreamCounts {
  bytes: number;
  /** Reconnects after a lost connection. */
  cut: number;
}

/** Like the dashboard. */
const reconnectDelayMs = 2_000;
const counts: StreamCounts = { bytes: 0, cut: 0 };

/** Resolves when the stream is open. It is kept open from then on. */
async function holdOne(given: StreamsGiven): Promise<void> {
  const line = await openLine(given);
  line.on('data', (piece: Buffer) => {
    counts.bytes += piece.byteLength;
  });
  // The close event that follows triggers the reconnect.
  line.on('error', () => undefined);
  line.on('close', () => {
    counts.cut += 1;
    void reconnect(given);
  });
}

async function reconnect(given: StreamsGiven): Promise<void> {
  for (;;) {
    await setTimeout(reconnectDelayMs);
    try {
      return await holdOne(given);
    } catch {
      // Retries until the thread ends.
    }
  }
}

function openLine({ url, headers }: StreamsGiven): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = { ...headers, 'accept-encoding': 'gzip, deflate, br, zstd' };
    const request = get(`${url}/v1/stream`, { headers: asked, agent: false }, (response) => {
      if (response.statusCode === 200) return resolve(response);
      response.resume();
      reject(new Error(`The stream was answered with ${response.statusCode}.`));
    });
    request.once('error', reject);
  });
}

function send(message: StreamsMessage): void {
  parentPort?.postMessage(message);
}

// open-streams.ts passes this type.
const given = workerData as StreamsGiven;
await Promise.all(Array.from({ length: given.count }, () => holdOne(given)));
send({ type: 'open' });
parentPort?.on('message', () => send({ type: 'counts', ...counts }));
