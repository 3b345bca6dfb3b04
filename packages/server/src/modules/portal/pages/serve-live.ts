import { readTrackingId } from '@milepost/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ActiveStreams, whenClosed } from '../../../platform/http/active-streams.ts';
import type { HttpTuning } from '../../../platform/http/http-tuning.ts';
import type { OutboxItem } from '../../outbound/index.ts';
import { type PortalPosition, portalPosition } from '../store/portal-shipment.ts';
import { LineLimits } from './line-limits.ts';
import type { RecipientPages, WithPages } from './recipient-pages.ts';
import { recipientPageHeaders } from './send-page.ts';
import { sendNotFound, typedNumberOf } from './serve-shipment-page.ts';

/**
 * After this time the live stream delivers to the new listener. Changes in between are found by reading once
 * more.
 */
const settleMs = 1_500;

/**
 * Notifies an open page of changes: `event: version` with an opaque name of the current state, first on
 * connecting and then after each change. It reveals nothing else, so the number is permission enough; the
 * page then reloads itself.
 */
export function serveLive(app: FastifyInstance, withPages: WithPages, tuning: HttpTuning): void {
  const streams = new ActiveStreams();
  const limits = new LineLimits();
  app.addHook('preClose', async () => streams.endAll());

  app.get(
    '/t/:trackingId/live',
    withPages(async (pages, request, reply) => {
      const trackingId = readTrackingId(typedNumberOf(request));
      const position = trackingId === null ? null : await portalPosition(pages.deps.database, trackingId);
      if (trackingId === null || position === null) return sendNotFound(pages, request, reply);
      const release = limits.admit(request.ip);
      // After 204 a browser does not reconnect.
      if (release === null) return reply.code(204).headers(recipientPageHeaders).send();
      const close = follow(pages, { reply, trackingId, position, heartbeatMs: tuning.heartbeatMs });
      const removeStream = streams.add(() => reply.raw.end());
      whenClosed(reply.raw, () => {
        release();
        removeStream();
        close();
      });
      return reply;
    }),
  );
}

interface Followed {
  reply: FastifyReply;
  trackingId: string;
  position: PortalPosition;
  heartbeatMs: number;
}

/** Writes to the connection until the returned function is called. */
function follow(pages: RecipientPages, { reply, trackingId, position, heartbeatMs }: Followed): () => void {
  reply.hijack();
  const stream = reply.raw;
  stream.on('error', () => stream.destroy());
  stream.writeHead(200, {
    ...recipientPageHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    connection: 'close',
  });
  let sent = 0;
  const sendVersion = (sequence: number): void => {
    if (sequence <= sent || stream.writableEnded) return;
    sent = sequence;
    stream.write(`event: version\ndata: ${pages.version(trackingId, sequence)}\n\n`);
  };
  const { live, database } = pages.deps;
  const unsubscribe = live.subscribe(position.workspaceId, (items: readonly OutboxItem[]) => {
    for (const item of items) if (item.shipmentId === position.shipmentId) sendVersion(item.shipmentSequence);
  });
  stream.write('retry: 3000\n');
  sendVersion(position.sequence);
  const readAgain = async (): Promise<void> => {
    const now = await portalPosition(database, trackingId);
    if (now) sendVersion(now.sequence);
  };
  const soon = setTimeout(() => void readAgain().catch(() => stream.destroy()), settleMs);
  const beat = setInterval(() => void stream.write(': heartbeat\n\n'), heartbeatMs);
  return () => {
    clearTimeout(soon);
    clearInterval(beat);
    unsubscribe();
  };
}
