import { readTrackingId } from '@milepost/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readLogo } from '../store/brands.ts';
import { mapStopsOf } from '../view/map-stops.ts';
import type { OpenedShipment, PortalRequest, PortalService, WithPortal } from './portal-service.ts';
import { portalHeaders, sendText, source } from './send-page.ts';

/** The page of a shipment and what belongs to it. */
export function serveShipmentPage(app: FastifyInstance, withPortal: WithPortal): void {
  app.get(
    '/t/:trackingId',
    withPortal((portal, request, reply) =>
      forShipment(portal, request, reply, async (opened) => portal.sendShipment(request, reply, opened)),
    ),
  );
  app.get(
    '/t/:trackingId/day.ics',
    withPortal((portal, request, reply) =>
      forShipment(portal, request, reply, async (opened) => sendCalendar(portal, request, { reply, opened })),
    ),
  );
  app.get(
    '/t/:trackingId/map.svg',
    withPortal((portal, request, reply) =>
      forShipment(portal, request, reply, async (opened) => sendMap(portal, request, { reply, opened })),
    ),
  );
  app.get(
    '/t/:trackingId/logo',
    withPortal((portal, request, reply) =>
      forShipment(portal, request, reply, async (opened) => sendLogo(portal, request, { reply, opened })),
    ),
  );
}

/** Runs `answer` with the shipment of the address; a number that is none gets the look-up form. */
async function forShipment(
  portal: PortalService,
  request: PortalRequest,
  reply: FastifyReply,
  answer: (opened: OpenedShipment) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const typed = typedNumberOf(request);
  const trackingId = readTrackingId(typed);
  const opened = trackingId === null ? null : await portal.open(request, trackingId);
  if (opened) return answer(opened);
  return sendNotFound(portal, request, reply);
}

/** What stands in the address where a tracking id should, as far as a form would take it. */
export function typedNumberOf({ params }: PortalRequest): string {
  const isNamed = typeof params === 'object' && params !== null && 'trackingId' in params;
  return isNamed ? String(params.trackingId).replaceAll('\u0000', '').slice(0, 100) : '';
}

export function sendNotFound(
  portal: PortalService,
  request: PortalRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const given = { number: typedNumberOf(request), postcode: '' };
  return portal.sendLookUp(request, reply, { status: 404, problem: 'not_found', given });
}

interface Asked {
  reply: FastifyReply;
  opened: OpenedShipment;
}

async function sendCalendar(
  portal: PortalService,
  request: PortalRequest,
  { reply, opened }: Asked,
): Promise<FastifyReply> {
  const addresses = portal.addresses(request, opened);
  const text = portal.built.renderer.renderCalendar(opened.page, addresses, portal.deps.now());
  if (text === null) return sendNotFound(portal, request, reply);
  return reply
    .headers({ ...portalHeaders, 'content-disposition': 'attachment; filename="delivery.ics"' })
    .type('text/calendar; charset=utf-8')
    .send(text);
}

/** Places are details. */
async function sendMap(
  portal: PortalService,
  request: PortalRequest,
  { reply, opened }: Asked,
): Promise<FastifyReply> {
  const stops = opened.access.level === 'details' ? mapStopsOf(opened.record) : [];
  if (stops.length === 0) return sendNotFound(portal, request, reply);
  const { svg, inlineStyle } = await portal.built.renderer.renderMap(stops);
  const policy = `default-src 'none'; style-src ${source(inlineStyle)}; frame-ancestors 'none'`;
  reply.headers({ ...portalHeaders, 'content-security-policy': policy });
  return sendText(reply, 'image/svg+xml; charset=utf-8', svg);
}

async function sendLogo(
  portal: PortalService,
  request: PortalRequest,
  { reply, opened }: Asked,
): Promise<FastifyReply> {
  const logo = await readLogo(portal.deps.database, opened.record.workspaceId);
  if (logo === null) return sendNotFound(portal, request, reply);
  return reply
    .headers({ ...portalHeaders, 'cache-control': 'private, max-age=3600' })
    .type(logo.type)
    .send(Buffer.from(logo.bytes));
}
