import { setTimeout as sleep } from 'node:timers/promises';
import { normaliseTrackingNumber, readTrackingId } from '@milepost/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { portalCandidates } from '../store/portal-look-up.ts';
import { type Chosen, chooseCandidate } from '../view/choose-candidate.ts';
import { setAccessCookie } from './access.ts';
import type { PageRequest, RecipientPages, WithPages } from './recipient-pages.ts';
import { recipientPageHeaders } from './send-page.ts';

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
const failureMsMin = 150;

/**
 * The two forms: a number looked up, and the postcode for a shipment. What fits leads on; everything else gets one and the same answer, whether the
 * number is unknown, or the postcode wrong, or missing where it is needed.
 */
export function serveLookUp(app: FastifyInstance, withPages: WithPages): void {
  app.post(
    '/t',
    withPages(async (pages, request, reply) => guess(pages, request, { reply, ...form.parse(request.body) })),
  );

  app.post(
    '/t/:trackingId',
    withPages(async (pages, request, reply) => {
      const { trackingId } = z.object({ trackingId: field(100) }).parse(request.params);
      const { postcode } = form.parse(request.body);
      return guess(pages, request, { reply, number: trackingId, postcode, requiresPostcode: true });
    }),
  );
}

interface Guess {
  reply: FastifyReply;
  number: string;
  postcode: string;
  /** Only the right postcode will do. */
  requiresPostcode?: boolean;
}

async function guess(pages: RecipientPages, request: PageRequest, made: Guess): Promise<FastifyReply> {
  const { reply, number, postcode, requiresPostcode } = made;
  const given = { number, postcode };
  const waitSeconds = await pages.limits.guess(request, number);
  if (waitSeconds !== null) {
    reply.header('retry-after', String(waitSeconds));
    return pages.sendLookUp(request, reply, { status: 429, problem: 'too_many', given });
  }
  const floor = sleep(failureMsMin);
  const chosen = await chosenBy(pages, made);
  if (chosen !== null && (chosen.isOpen || !requiresPostcode))
    return redirectToShipment(pages, request, { reply, chosen });
  await floor;
  return pages.sendLookUp(request, reply, { status: 404, problem: 'not_found', given });
}

async function chosenBy(pages: RecipientPages, { number, postcode }: Guess): Promise<Chosen | null> {
  const forms = {
    trackingId: readTrackingId(number),
    trackingNumber: normaliseTrackingNumber(number),
    reference: number,
  };
  return chooseCandidate(await portalCandidates(pages.deps.database, forms), postcode);
}

/** To the page itself, so that reloading it sends no form. */
function redirectToShipment(
  pages: RecipientPages,
  request: PageRequest,
  { reply, chosen }: { reply: FastifyReply; chosen: Chosen },
): FastifyReply {
  const { now, publicUrl, linkSigner } = pages.deps;
  const { trackingId, isOpen } = chosen;
  if (isOpen) setAccessCookie(reply, trackingId, { signer: linkSigner, now: now(), publicUrl });
  const { language } = pages.addresses(request, { language: null, access: null });
  return reply.headers(recipientPageHeaders).redirect(`/t/${trackingId}?lang=${language}`, 303);
}
