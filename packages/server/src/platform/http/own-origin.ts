import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

/**
 * A browser sends cookies along with what any page asks of us, and says in the header Origin which page it was. Whatever changes something on the strength
 * of a cookie must come from a page of ours: at the public address, or at the one the request itself was sent to. That one is believed only where it is a
 * number, this very machine or a name of the network at hand: any other name belongs to whoever lets it point here, and their page would be at home with
 * us (DNS rebinding).
 */
export function demandOwnOrigin(request: AskedFrom, publicUrl: string): void {
  const { origin } = request.headers;
  if (origin !== undefined) {
    if (origin === new URL(publicUrl).origin) return;
    if (origin === `${request.protocol}://${request.host}` && isNobodysName(origin)) return;
  }
  const detail =
    origin === undefined ? 'The header Origin is missing.' : 'The header Origin names another address.';
  throw new Refusal('origin_refused', detail, { errors: [{ pointer: 'Origin:', detail }] });
}

type AskedFrom = Pick<FastifyRequest, 'headers' | 'protocol' | 'host'>;

/** Names without a dot, and below these ends, are not given out on the internet (RFC 6761, RFC 6762, RFC 8375, ICANN of 29 July 2024). */
const localName = /^[^.]+$|\.(?:localhost|local|internal|home\.arpa)$/;

function isNobodysName(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const host = new URL(origin).hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 || localName.test(host);
}

/** Reading changes nothing. */
export function isSafe({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}
