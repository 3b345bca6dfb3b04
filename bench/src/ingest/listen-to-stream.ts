import { get, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { preciseNow } from '../clock.ts';
import type { ApiClient } from './api-client.ts';
import { eventKey } from './event-key.ts';
import { StreamText } from './stream-text.ts';

/** Arrival times of the events on the live stream, in columns, because there are hundreds of thousands. */
export interface Arrivals {
  keys: string[];
  /** Milliseconds since 1970 UTC with fractions. */
  at: number[];
}

export interface StreamListener {
  arrivals: Arrivals;
  /** Reconnects after a lost connection. */
  reconnects(): number;
  stop(): void;
}

const reconnectDelayMs = 50;

/**
 * Reads every change of the workspace and resumes after the last one when the connection is lost. Resolves
 * when the connection is open.
 */
export async function listenToStream(api: ApiClient): Promise<StreamListener> {
  const arrivals: Arrivals = { keys: [], at: [] };
  const text = new StreamText();
  let connections = 0;
  let current: IncomingMessage | null = null;
  let isStopped = false;
  const connect = async (): Promise<void> => {
    current = await openStream(api, text.lastId);
    connections += 1;
    current.setEncoding('utf8');
    current.on('data', (piece: string) => {
      const at = preciseNow();
      for (const { trackingNumber, occurredAt } of text.read(piece)) {
        arrivals.keys.push(eventKey(trackingNumber, occurredAt));
        arrivals.at.push(at);
      }
    });
    // The close event that follows triggers the reconnect.
    current.on('error', () => undefined);
    current.on('close', () => void reconnect());
  };
  const reconnect = async (): Promise<void> => {
    text.forgetPartial();
    while (!isStopped) {
      await setTimeout(reconnectDelayMs);
      try {
        return await connect();
      } catch {
        // The server is stopping or starting; retry until stopped.
      }
    }
  };
  await connect();
  return {
    arrivals,
    reconnects: () => connections - 1,
    stop() {
      isStopped = true;
      current?.destroy();
    },
  };
}

function openStream({ url, headers }: ApiClient, lastId: string | null): Promise<IncomingMessage> {
  const resume = lastId === null ? {} : { 'last-event-id': lastId };
  return new Promise((resolve, reject) => {
    const request = get(`${url}/v1/stream`, { headers: { ...headers, ...resume } }, (response) => {
      if (response.statusCode === 200) return resolve(response);
      response.resume();
      reject(new Error(`The stream was answered with ${response.statusCode}.`));
    });
    request.once('error', reject);
  });
}
