import { setTimeout as sleep } from 'node:timers/promises';
import { normaliseTrackingNumber, readTrackingId } from '@milepost/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { portalCandidates } from '../store/portal-look-up.ts';
import { type Chosen, chooseCandidate } from '../view/choose-candidate.ts';
import { setAccessCookie } from './access.ts';
import type { PageRequest, RecipientPages, WithPages } from './recipient-pages.ts';
import { recipientPageHeaders } from './send-page.ts';

/** Removes surrounding spaces and NUL, which PostgreSQL refuses in text. */
const field = (lengthMax: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\u0000', '').trim().slice(0, lengthMax))
    .catch('')
    .default('');
const formSchema = z.object({ number: field(100), postcode: field(20) }).catch({ number: '', postcode: '' });

/**
 * Every failed look-up takes at least this long, so that the work behind it cannot be measured by a client.
 * The inexact timer adds some noise.
 */
const failureMsMin = 150;

/**
 * The two forms: looking up a number, and entering the postcode of a shipment. A match redirects to the
 * shipment. Every failure gets the same answer, so that it does not reveal whether the number, the postcode
 * or both were wrong.
 */
export function serveLookUp(app: FastifyInstance, withPages: WithPages): void {
  app.post(
    '/t',
    withPages(async (pages, request, reply) =>
      lookUp(pages, request, { reply, ...formSchema.parse(request.body) }),
    ),
  );

  app.post(
    '/t/:trackingId',
    withPages(async (pages, request, reply) => {
      const { trackingId } = z.object({ trackingId: field(100) }).parse(request.params);
      const { postcode } = formSchema.parse(request.body);
      return lookUp(pages, request, { reply, number: trackingId, postcode, requiresPostcode: true });
    }),
  );
}

interface LookUp {
  reply: FastifyReply;
  number: string;
  postcode: string;
  /** Whether the postcode must match. */
  requiresPostcode?: boolean;
}

async function lookUp(pages: RecipientPages, request: PageRequest, entered: LookUp): Promise<FastifyReply> {
  const { reply, number, postcode, requiresPostcode } = entered;
  const given = { number, postcode };
  const waitSeconds = await pages.limits.guess(request, number);
  if (waitSeconds !== null) {
    reply.header('retry-after', String(waitSeconds));
    return pages.sendLookUp(request, reply, { status: 429, problem: 'too_many', given });
  }
  const minimumTime = sleep(failureMsMin);
  const chosen = await findCandidate(pages, entered);
  if (chosen !== null && (chosen.isOpen || !requiresPostcode))
    return redirectToShipment(pages, request, { reply, chosen });
  await minimumTime;
  return pages.sendLookUp(request, reply, { status: 404, problem: 'not_found', given });
}

async function findCandidate(pages: RecipientPages, { number, postcode }: LookUp): Promise<Chosen | null> {
  const forms = {
    trackingId: readTrackingId(number),
    trackingNumber: normaliseTrackingNumber(number),
    reference: number,
  };
  return chooseCandidate(await portalCandidates(pages.deps.database, forms), postcode);
}

/** Redirects to the page, so that reloading does not send the form again. */
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
