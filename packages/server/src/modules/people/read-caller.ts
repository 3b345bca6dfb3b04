import type { FastifyRequest } from 'fastify';
import type { Caller } from './sign-in.ts';

/** The parts of a request that sign-in receives. */
export function readCaller({ headers, ip }: FastifyRequest): Caller {
  return { cookie: headers.cookie, userAgent: headers['user-agent'], address: ip };
}
