import type { FastifyRequest } from 'fastify';
import type { Caller } from './sign-in.ts';

/** What sign-in learns of a request. */
export function readCaller({ headers, ip }: FastifyRequest): Caller {
  return { cookie: headers.cookie, userAgent: headers['user-agent'], address: ip };
}
