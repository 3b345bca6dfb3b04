import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveStream, type StreamUpdate } from './live-stream.ts';

/** One request for the stream, with control over its response body. */
interface Connection {
  lastEventId: string | undefined;
  write(text: string): void;
  end(): void;
}

interface StreamRequest {
  headers: Record<string, string>;
  signal: AbortSignal;
}

const connections: Connection[] = [];
let close: (() => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  connections.length = 0;
  vi.stubGlobal('fetch', async (_: string, { headers, signal }: StreamRequest) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    signal.addEventListener('abort', () => void writer.abort(signal.reason));
    connections.push({
      lastEventId: headers['last-event-id'],
      write: (text) => void writer.write(new TextEncoder().encode(text)),
      end: () => void writer.close(),
    });
    return new Response(readable);
  });
});
afterEach(() => {
  close?.();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Opens a stream and collects its updates: `gap`, or the id of the changed shipment. */
function collectUpdates(): string[] {
  const stream = new LiveStream();
  const updates: string[] = [];
  stream.listen((update: StreamUpdate) =>
    updates.push(update.kind === 'gap' ? 'gap' : update.change.shipmentId),
  );
  close = stream.open();
  return updates;
}

const message = (id: number) => `id: ${id}\ndata: {"shipmentId":"shipment ${id}"}\n\n`;

test('reports a gap when the stream starts without Last-Event-ID', async () => {
  const updates = collectUpdates();
  await vi.advanceTimersByTimeAsync(0);
  expect(updates).toEqual(['gap']);
});

test('reports another gap after a connection that ended before its first event', async () => {
  const updates = collectUpdates();
  await vi.advanceTimersByTimeAsync(0);
  connections[0]?.end();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(connections.map(({ lastEventId }) => lastEventId)).toEqual([undefined, undefined]);
  expect(updates).toEqual(['gap', 'gap']);
});

test('resumes after the last event received, without a gap', async () => {
  const updates = collectUpdates();
  await vi.advanceTimersByTimeAsync(0);
  connections[0]?.write(message(7));
  await vi.advanceTimersByTimeAsync(0);
  connections[0]?.end();
  await vi.advanceTimersByTimeAsync(2_000);
  connections[1]?.write(message(8));
  await vi.advanceTimersByTimeAsync(0);
  expect(connections.map(({ lastEventId }) => lastEventId)).toEqual([undefined, '7']);
  expect(updates).toEqual(['gap', 'shipment 7', 'shipment 8']);
});

const body = `retry: 2000\n: connected\n\n${message(7)}: keep-alive\n\nid: 8\nevent: gap\ndata: {}\n\n${message(9)}`;

test.each([1, 3, 10, body.length])('reads the same events from chunks of %i characters', async (size) => {
  const updates = collectUpdates();
  await vi.advanceTimersByTimeAsync(0);
  for (let at = 0; at < body.length; at += size) connections[0]?.write(body.slice(at, at + size));
  await vi.advanceTimersByTimeAsync(0);
  expect(updates).toEqual(['gap', 'shipment 7', 'gap', 'shipment 9']);
});

test('ignores an event that is not complete yet', async () => {
  const updates = collectUpdates();
  await vi.advanceTimersByTimeAsync(0);
  connections[0]?.write('id: 9\ndata: {"shipmentId":');
  await vi.advanceTimersByTimeAsync(0);
  expect(updates).toEqual(['gap']);
});

test('reconnects after 40 seconds of silence, comments counting as a sign of life', async () => {
  const updates = collectUpdates();
  await vi.advanceTimersByTimeAsync(30_000);
  connections[0]?.write(': keep-alive\n\n');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(connections).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(connections).toHaveLength(2);
  expect(updates).toEqual(['gap', 'gap']);
});
