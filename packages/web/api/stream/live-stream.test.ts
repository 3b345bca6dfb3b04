import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LiveNews, LiveStream } from './live-stream.ts';

/** Each request for the stream: what it was resumed behind, and a hand on the line that answers it. */
interface Line {
  lastEventId: string | undefined;
  write(text: string): void;
  end(): void;
}

const lines: Line[] = [];
let close: (() => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  lines.length = 0;
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    lines.push({
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

/** Opens a stream and takes down what its listeners hear. */
function opened(): string[] {
  const stream = new LiveStream();
  const heard: string[] = [];
  stream.listen((news: LiveNews) => heard.push(news.kind === 'gap' ? 'gap' : news.change.shipmentId));
  close = stream.open();
  return heard;
}

const message = (id: number) => `id: ${id}\ndata: {"shipmentId":"shipment ${id}"}\n\n`;

test('a line that begins with the present says that what was read before it may lack something', async () => {
  const heard = opened();
  await vi.advanceTimersByTimeAsync(0);
  expect(heard).toEqual(['gap']);
});

test('a line that breaks before its first message begins with the present again, and says so', async () => {
  const heard = opened();
  await vi.advanceTimersByTimeAsync(0);
  lines[0]?.end();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(lines.map(({ lastEventId }) => lastEventId)).toEqual([undefined, undefined]);
  expect(heard).toEqual(['gap', 'gap']);
});

test('a line that breaks after a message is resumed behind it, without a gap', async () => {
  const heard = opened();
  await vi.advanceTimersByTimeAsync(0);
  lines[0]?.write(message(7));
  await vi.advanceTimersByTimeAsync(0);
  lines[0]?.end();
  await vi.advanceTimersByTimeAsync(2_000);
  lines[1]?.write(message(8));
  await vi.advanceTimersByTimeAsync(0);
  expect(lines.map(({ lastEventId }) => lastEventId)).toEqual([undefined, '7']);
  expect(heard).toEqual(['gap', 'shipment 7', 'shipment 8']);
});
