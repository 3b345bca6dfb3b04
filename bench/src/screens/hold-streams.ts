import { get, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * A thread that keeps many live streams open, packed as browsers ask for them, and reads them without looking. It has a thread of its own so that those who
 * measure do not wait for it. Says `open` when all are open, and its counts whenever it is asked.
 */
export interface StreamsGiven {
  url: string;
  headers: Readonly<Record<string, string>>;
  count: number;
}

export type StreamsMessage = { type: 'open' } | ({ type: 'counts' } & StreamCounts);

export interface StreamCounts {
  bytes: number;
  /** How often a line was cut and opened again. */
  cut: number;
}

/** As the dashboard does. */
const reconnectDelayMs = 2_000;
const counts: StreamCounts = { bytes: 0, cut: 0 };

/** Resolves when the line is open. From then on it is kept open. */
async function holdOne(given: StreamsGiven): Promise<void> {
  const line = await openLine(given);
  line.on('data', (piece: Buffer) => {
    counts.bytes += piece.byteLength;
  });
  // The reason does not matter: the close that follows brings us back.
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
      // Until the thread is ended it tries again.
    }
  }
}

function openLine({ url, headers }: StreamsGiven): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = { ...headers, 'accept-encoding': 'gzip, deflate, br, zstd' };
    const request = get(`${url}/v1/stream`, { headers: asked, agent: false }, (response) => {
      if (response.statusCode === 200) return resolve(response);
      response.resume();
      reject(new Error(`The stream was answered ${response.statusCode}.`));
    });
    request.once('error', reject);
  });
}

function send(message: StreamsMessage): void {
  parentPort?.postMessage(message);
}

// Whoever starts this thread gives it what the type says; see open-streams.ts.
const given = workerData as StreamsGiven;
await Promise.all(Array.from({ length: given.count }, () => holdOne(given)));
send({ type: 'open' });
parentPort?.on('message', () => send({ type: 'counts', ...counts }));
