import { setTimeout as sleep } from 'node:timers/promises';
import { normaliseTrackingNumber, readTrackingId } from '@milepost/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { portalCandidates } from '../store/portal-look-up.ts';
import { type Chosen, chooseCandidate } from '../view/choose-candidate.ts';
import { rememberAccess } from './access.ts';
import type { PortalRequest, PortalService, WithPortal } from './portal-service.ts';
import { portalHeaders } from './send-page.ts';

/** Spaces and NUL, which the store refuses, are no part of what anybody types. */
const field = (lengthMax: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\u0000', '').trim().slice(0, lengthMax))
    .catch('')
    .default('');
const form = z.object({ number: field(100), postcode: field(20) }).catch({ number: '', postcode: '' });

/**
 * No answer to a wrong guess comes sooner than this, so that the work behind it, which is much the same anyhow, cannot be measured from outside.
 * A timer is not exact to the millisecond either, which helps.
 */
const wrongMsMin = 150;

/**
 * The two forms: a number looked up, and the postcode for a shipment. What fits leads on; everything else gets one and the same answer, whether the
 * number is unknown, or the postcode wrong, or missing where it is needed.
 */
export function serveGuesses(app: FastifyInstance, withPortal: WithPortal): void {
  app.post(
    '/t',
    withPortal(async (portal, request, reply) =>
      guess(portal, request, { reply, ...form.parse(request.body) }),
    ),
  );

  app.post(
    '/t/:trackingId',
    withPortal(async (portal, request, reply) => {
      const { trackingId } = z.object({ trackingId: field(100) }).parse(request.params);
      const { postcode } = form.parse(request.body);
      return guess(portal, request, { reply, number: trackingId, postcode, mustOpen: true });
    }),
  );
}

interface Guess {
  reply: FastifyReply;
  number: string;
  postcode: string;
  /** Only the right postcode will do. */
  mustOpen?: boolean;
}

async function guess(portal: PortalService, request: PortalRequest, made: Guess): Promise<FastifyReply> {
  const { reply, number, postcode, mustOpen } = made;
  const given = { number, postcode };
  const waitSeconds = await portal.limits.guess(request, number);
  if (waitSeconds !== null) {
    reply.header('retry-after', String(waitSeconds));
    return portal.sendLookUp(request, reply, { status: 429, problem: 'too_many', given });
  }
  const floor = sleep(wrongMsMin);
  const chosen = await chosenBy(portal, made);
  if (chosen !== null && (chosen.isOpen || !mustOpen))
    return redirectToShipment(portal, request, { reply, chosen });
  await floor;
  return portal.sendLookUp(request, reply, { status: 404, problem: 'not_found', given });
}

async function chosenBy(portal: PortalService, { number, postcode }: Guess): Promise<Chosen | null> {
  const forms = {
    trackingId: readTrackingId(number),
    trackingNumber: normaliseTrackingNumber(number),
    reference: number,
  };
  return chooseCandidate(await portalCandidates(portal.deps.database, forms), postcode);
}

/** To the page itself, so that reloading it sends no form. */
function redirectToShipment(
  portal: PortalService,
  request: PortalRequest,
  { reply, chosen }: { reply: FastifyReply; chosen: Chosen },
): FastifyReply {
  const { now, publicUrl, portal: built } = portal.deps;
  const { trackingId, isOpen } = chosen;
  if (isOpen) rememberAccess(reply, trackingId, { signer: built.signer, now: now(), publicUrl });
  const { language } = portal.addresses(request, { language: null, access: null });
  return reply.headers(portalHeaders).redirect(`/t/${trackingId}?lang=${language}`, 303);
}
