import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

/**
 * Protects cookie-authenticated changes against cross-site requests. A browser sends cookies with requests
 * from any page, and states the page's origin in the header Origin. A change must come from our own page:
 * from the public address, or from the address the request was sent to. The latter is trusted only if it is
 * an IP address, this machine, or a name of the local network: any other name can be pointed here by its
 * owner (DNS rebinding).
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

/**
 * Names without a dot, and below these suffixes, are not assigned on the internet (RFC 6761, RFC 6762, RFC
 * 8375, ICANN of 29 July 2024).
 */
const localName = /^[^.]+$|\.(?:localhost|local|internal|home\.arpa)$/;

function isNobodysName(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const host = new URL(origin).hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 || localName.test(host);
}

/** Safe methods change nothing. */
export function isSafe({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}
