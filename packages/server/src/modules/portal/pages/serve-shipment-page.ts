import { readTrackingId } from '@milepost/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readLogo } from '../store/brands.ts';
import { mapStopsOf } from '../view/map-stops.ts';
import type { OpenedShipment, PageRequest, RecipientPages, WithPages } from './recipient-pages.ts';
import { recipientPageHeaders, sendText, source } from './send-page.ts';

/** The page of a shipment with its calendar file, map and logo. */
export function serveShipmentPage(app: FastifyInstance, withPages: WithPages): void {
  app.get(
    '/t/:trackingId',
    withPages((pages, request, reply) =>
      forShipment(pages, request, reply, async (opened) => pages.sendShipment(request, reply, opened)),
    ),
  );
  app.get(
    '/t/:trackingId/day.ics',
    withPages((pages, request, reply) =>
      forShipment(pages, request, reply, async (opened) => sendCalendar(pages, request, { reply, opened })),
    ),
  );
  app.get(
    '/t/:trackingId/map.svg',
    withPages((pages, request, reply) =>
      forShipment(pages, request, reply, async (opened) => sendMap(pages, request, { reply, opened })),
    ),
  );
  app.get(
    '/t/:trackingId/logo',
    withPages((pages, request, reply) =>
      forShipment(pages, request, reply, async (opened) => sendLogo(pages, request, { reply, opened })),
    ),
  );
}

/** Calls `answer` with the shipment of the URL. An unknown number gets the look-up form. */
async function forShipment(
  pages: RecipientPages,
  request: PageRequest,
  reply: FastifyReply,
  answer: (opened: OpenedShipment) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const typed = typedNumberOf(request);
  const trackingId = readTrackingId(typed);
  const opened = trackingId === null ? null : await pages.open(request, trackingId);
  if (opened) return answer(opened);
  return sendNotFound(pages, request, reply);
}

/** The part of the URL that should be a tracking id, cut to the length that the form accepts. */
export function typedNumberOf({ params }: PageRequest): string {
  const isNamed = typeof params === 'object' && params !== null && 'trackingId' in params;
  return isNamed ? String(params.trackingId).replaceAll('\u0000', '').slice(0, 100) : '';
}

export function sendNotFound(
  pages: RecipientPages,
  request: PageRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const given = { number: typedNumberOf(request), postcode: '' };
  return pages.sendLookUp(request, reply, { status: 404, problem: 'not_found', given });
}

interface Answer {
  reply: FastifyReply;
  opened: OpenedShipment;
}

async function sendCalendar(
  pages: RecipientPages,
  request: PageRequest,
  { reply, opened }: Answer,
): Promise<FastifyReply> {
  const addresses = pages.addresses(request, opened);
  const text = pages.built.renderer.renderCalendar(opened.page, addresses, pages.deps.now());
  if (text === null) return sendNotFound(pages, request, reply);
  return reply
    .headers({ ...recipientPageHeaders, 'content-disposition': 'attachment; filename="delivery.ics"' })
    .type('text/calendar; charset=utf-8')
    .send(text);
}

/** The map is shown only with details, because it shows places. */
async function sendMap(
  pages: RecipientPages,
  request: PageRequest,
  { reply, opened }: Answer,
): Promise<FastifyReply> {
  const stops = opened.access.level === 'details' ? mapStopsOf(opened.record) : [];
  if (stops.length === 0) return sendNotFound(pages, request, reply);
  const { svg, inlineStyle } = await pages.built.renderer.renderMap(stops);
  const policy = `default-src 'none'; style-src ${source(inlineStyle)}; frame-ancestors 'none'`;
  reply.headers({ ...recipientPageHeaders, 'content-security-policy': policy });
  return sendText(reply, 'image/svg+xml; charset=utf-8', svg);
}

async function sendLogo(
  pages: RecipientPages,
  request: PageRequest,
  { reply, opened }: Answer,
): Promise<FastifyReply> {
  const logo = await readLogo(pages.deps.database, opened.record.workspaceId);
  if (logo === null) return sendNotFound(pages, request, reply);
  return reply
    .headers({ ...recipientPageHeaders, 'cache-control': 'private, max-age=3600' })
    .type(logo.type)
    .send(Buffer.from(logo.bytes));
}
