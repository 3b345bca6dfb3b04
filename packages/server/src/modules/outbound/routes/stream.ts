import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { Queries } from '../../../platform/database/database.ts';
import { whenClosed } from '../../../platform/http/active-streams.ts';
import { acceptsGzip, gzipHead, gzipPiece } from '../../../platform/http/gzip.ts';
import { iso } from '../../../platform/http/present-times.ts';
import { Refusal } from '../../../platform/http/refusal.ts';
import { apiHeaders } from '../../../platform/http/security-headers.ts';
import { type Api, type Call, serveRaw } from '../../../platform/http/serve.ts';
import type { LiveStream } from '../outbox-item.ts';
import { changeIn, type OutboxItem } from '../outbox-item.ts';
import { changesAfter } from '../store/changes.ts';
import { isForgotten, newestPositionOf } from '../store/outbox.ts';
import { ChangeStream } from '../stream/change-stream.ts';

type StreamCall = Call<'stream'>;

export interface StreamRoutesDependencies {
  database: Queries;
  live: LiveStream;
  logger: Logger;
}

export function serveStream(api: Api, deps: StreamRoutesDependencies): void {
  const { admission, streams, tuning } = api;

  serveRaw(api, 'stream', async (call) => {
    const { workspaceId } = call.holder;
    const given = positionGiven(call);
    const gap = given !== null && (await isForgotten(deps.database, workspaceId, given));
    const after = given ?? (await newestPositionOf(deps.database, workspaceId));
    const client = new Client(call, tuning.unreadBytesMax);
    if (gap) client.write(gapFrame(after));
    const source = {
      subscribe: (listener: (items: readonly OutboxItem[]) => void) =>
        deps.live.subscribe(workspaceId, listener),
      changesAfter: (position: number, limit: number) =>
        changesAfter(deps.database, workspaceId, position, limit),
    };
    const sink = {
      write: (items: readonly OutboxItem[]) => client.changes(items),
      fail: (error: unknown) => {
        deps.logger.warn({ err: error }, 'A stream was aborted; its client resumes.');
        client.cut();
      },
    };
    const stream = new ChangeStream(source, sink, after);
    const beat = async (): Promise<void> => {
      if (!stream.hasReceived) stream.readBacklog();
      if (await admission.isStillAdmitted(call.request)) client.write(': keep-alive\n\n');
      else client.end();
    };
    const timer = setInterval(() => void beat().catch(() => client.cut()), tuning.heartbeatMs);
    const soon = setTimeout(() => stream.readBacklog(), settleMs);
    const forget = streams.add(() => client.end());
    client.onClose(() => {
      clearInterval(timer);
      clearTimeout(soon);
      forget();
      stream.close();
    });
  });
}

/** By then the live stream has registered the new listener. */
const settleMs = 1_500;

/** A browser sends the header when it reconnects by itself, so it is newer than the query parameter. */
function positionGiven({ request, query }: StreamCall): number | null {
  const header = request.headers['last-event-id'];
  if (header === undefined || header === '') return query.after ?? null;
  if (typeof header === 'string' && /^\d{1,15}$/.test(header)) return Number(header);
  const detail = 'Must be the id of a message of this stream.';
  throw new Refusal('invalid_request', `Last-Event-ID: ${detail}`, {
    errors: [{ pointer: 'Last-Event-ID:', detail }],
  });
}

/** One open connection. */
class Client {
  readonly #socket: FastifyReply['raw'];
  readonly #isPacked: boolean;
  readonly #wantsAll: boolean;
  readonly #fits: (item: OutboxItem) => boolean;
  readonly #unreadBytesMax: number;

  constructor({ request, reply, query }: StreamCall, unreadBytesMax: number) {
    reply.hijack();
    this.#socket = reply.raw;
    this.#isPacked = acceptsGzip(request.headers);
    this.#unreadBytesMax = unreadBytesMax;
    this.#wantsAll = query.shipmentId === undefined && query.milestone === undefined;
    this.#fits = (item) =>
      (query.shipmentId === undefined || query.shipmentId === item.shipmentId) &&
      (query.milestone === undefined || query.milestone === changeIn(item).milestone);
    this.#socket.on('error', () => this.cut());
    this.#socket.writeHead(200, {
      ...apiHeaders,
      'content-type': 'text/event-stream; charset=utf-8',
      ...(this.#isPacked ? { 'content-encoding': 'gzip' } : {}),
      vary: 'accept-encoding',
      'x-accel-buffering': 'no',
      // A kept-alive connection would delay the stop of the server.
      connection: 'close',
    });
    if (this.#isPacked) this.#socket.write(gzipHead);
    this.write('retry: 2000\n: connected\n\n');
  }

  async changes(items: readonly OutboxItem[]): Promise<void> {
    const fitting = this.#wantsAll ? items : items.filter(this.#fits);
    if (fitting.length === 0) return;
    const { plain, packed } = framesOf(fitting);
    if (!this.#send(this.#isPacked ? packed() : plain)) await this.#drained();
  }

  write(text: string): void {
    const plain = Buffer.from(text);
    this.#send(this.#isPacked ? gzipPiece(plain) : plain);
  }

  /** False when the client has not read what was sent before. */
  #send(bytes: Buffer): boolean {
    if (this.#socket.destroyed || this.#socket.writableEnded) return true;
    const isDrained = this.#socket.write(bytes);
    if (this.#socket.writableLength > this.#unreadBytesMax) this.cut();
    return isDrained;
  }

  end(): void {
    // A client that does not read would not read the end either.
    if (this.#socket.writableLength > 0) this.cut();
    else this.#socket.end();
  }

  cut(): void {
    this.#socket.destroy();
  }

  onClose(act: () => void): void {
    whenClosed(this.#socket, act);
  }

  #drained(): Promise<void> {
    if (this.#socket.destroyed) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        this.#socket.off('drain', done).off('close', done);
        resolve();
      };
      this.#socket.on('drain', done).on('close', done);
    });
  }
}

/** A list of changes, encoded. */
interface Frames {
  plain: Buffer;
  packed(): Buffer;
}

/** Changes, and lists of changes, are encoded and compressed once for all listeners. */
const frames = new WeakMap<OutboxItem, string>();
const lists = new WeakMap<readonly OutboxItem[], Frames>();

function framesOf(items: readonly OutboxItem[]): Frames {
  const known = lists.get(items);
  if (known !== undefined) return known;
  const plain = Buffer.from(items.map(frameOf).join(''));
  let piece: Buffer | undefined;
  const written = { plain, packed: () => (piece ??= gzipPiece(plain)) };
  lists.set(items, written);
  return written;
}

function frameOf(item: OutboxItem): string {
  const known = frames.get(item);
  if (known !== undefined) return known;
  const { position, type, shipmentSequence, writtenAt, payload } = item;
  const head = JSON.stringify({ type, sequence: shipmentSequence, writtenAt: iso(writtenAt) });
  // The payload follows unchanged after the members before it.
  const frame = `id: ${position}\ndata: ${head.slice(0, -1)},${payload.slice(1)}\n\n`;
  frames.set(item, frame);
  return frame;
}

/** An event type of its own, so that clients that do not handle it never see it. */
function gapFrame(after: number): string {
  const data = {
    after: String(after),
    detail: 'Changes after this id are no longer kept. Read the record at /v1/events.',
  };
  return `event: gap\ndata: ${JSON.stringify(data)}\n\n`;
}
