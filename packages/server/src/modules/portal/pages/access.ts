import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LinkSigner } from '../link-signer.ts';

/** What a request may see of a shipment, and why. */
export interface Access {
  level: 'number' | 'details';
  /** The signed link in the URL, if it is valid. */
  link: string | null;
  linkExpired: boolean;
}

const cookieName = 'milepost_portal';
const openMs = 30 * 60_000;

/** Needs no database query, so that the page takes only one. */
export function readAccess(
  request: FastifyRequest<{ Querystring: { k?: unknown } }>,
  trackingId: string,
  { signer, now }: { signer: LinkSigner; now: number },
): Access {
  const { k } = request.query;
  const token = typeof k === 'string' ? k : null;
  const link = token === null ? 'invalid' : signer.check('link', trackingId, { token, now });
  const cookie = cookieOf(request);
  const isOpen = cookie !== null && signer.check('cookie', trackingId, { token: cookie, now }) === 'valid';
  return {
    level: link === 'valid' || isOpen ? 'details' : 'number',
    link: link === 'valid' ? token : null,
    linkExpired: link === 'expired' && !isOpen,
  };
}

/** Lets this browser see the details of this shipment, and of no other, for half an hour. */
export function setAccessCookie(
  reply: FastifyReply,
  trackingId: string,
  { signer, now, publicUrl }: { signer: LinkSigner; now: number; publicUrl: string },
): void {
  const value = signer.sign('cookie', trackingId, now + openMs);
  const parts = [
    `${cookieName}=${value}`,
    `Path=/t/${trackingId}`,
    `Max-Age=${openMs / 1_000}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(publicUrl.startsWith('https:') ? ['Secure'] : []),
  ];
  reply.header('set-cookie', parts.join('; '));
}

function cookieOf(request: FastifyRequest): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const own = pairs.find((pair) => pair.startsWith(`${cookieName}=`));
  return own === undefined ? null : own.slice(cookieName.length + 1);
}
