import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

/**
 * A browser sends cookies along with what any page asks of us, and says in the header Origin which page it was. Whatever changes something on the strength
 * of a cookie must come from a page of ours: at the public address, or at the one the request itself was sent to.
 */
export function demandOwnOrigin(request: FastifyRequest, publicUrl: string): void {
  const { origin } = request.headers;
  if (origin !== undefined) {
    if (origin === new URL(publicUrl).origin) return;
    if (origin === `${request.protocol}://${request.host}`) return;
  }
  const detail =
    origin === undefined ? 'The header Origin is missing.' : 'The header Origin names another address.';
  throw new Refusal('origin_refused', detail, { errors: [{ pointer: 'Origin:', detail }] });
}

/** Reading changes nothing. */
export function isSafe({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}
