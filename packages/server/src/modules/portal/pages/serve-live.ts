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

/** By then whoever feeds the live stream knows of the new listener, so nothing falls between. */
const settleMs = 1_500;

/**
 * Tells an open page that something changed: `event: version` with a name for the present state, at the beginning and whenever it is another. It tells
 * nothing else, so it needs no other permission than the number; the page fetches itself anew.
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
      const leave = limits.admit(request.ip);
      // A browser that is told 204 does not ask again.
      if (leave === null) return reply.code(204).headers(recipientPageHeaders).send();
      const close = follow(pages, { reply, trackingId, position, heartbeatMs: tuning.heartbeatMs });
      const forget = streams.add(() => reply.raw.end());
      whenClosed(reply.raw, () => {
        leave();
        forget();
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

/** Writes to the line until the function that is returned is called. */
function follow(pages: RecipientPages, { reply, trackingId, position, heartbeatMs }: Followed): () => void {
  reply.hijack();
  const line = reply.raw;
  line.on('error', () => line.destroy());
  line.writeHead(200, {
    ...recipientPageHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    connection: 'close',
  });
  let told = 0;
  const tell = (sequence: number): void => {
    if (sequence <= told || line.writableEnded) return;
    told = sequence;
    line.write(`event: version\ndata: ${pages.version(trackingId, sequence)}\n\n`);
  };
  const { live, database } = pages.deps;
  const unsubscribe = live.subscribe(position.workspaceId, (items: readonly OutboxItem[]) => {
    for (const item of items) if (item.shipmentId === position.shipmentId) tell(item.shipmentSequence);
  });
  line.write('retry: 3000\n');
  tell(position.sequence);
  const lookAgain = async (): Promise<void> => {
    const now = await portalPosition(database, trackingId);
    if (now) tell(now.sequence);
  };
  const soon = setTimeout(() => void lookAgain().catch(() => line.destroy()), settleMs);
  const beat = setInterval(() => void line.write(': still here\n\n'), heartbeatMs);
  return () => {
    clearTimeout(soon);
    clearInterval(beat);
    unsubscribe();
  };
}
