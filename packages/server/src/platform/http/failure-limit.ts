import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

const failuresMax = 60;
const windowMs = 60_000;

/**
 * Counts refused keys and unknown hook addresses by the sender's network. Valid requests are never counted
 * nor delayed.
 */
export interface FailureLimit {
  /** Throws when the limit is exceeded. */
  count(request: FastifyRequest): Promise<void>;
}

export async function failureLimit(app: FastifyInstance): Promise<FailureLimit> {
  await app.register(rateLimit, { global: false });
  const check = app.createRateLimit({ max: failuresMax, timeWindow: windowMs });
  return {
    async count(request) {
      const state = await check(request);
      if (state.isAllowed || !state.isExceeded) return;
      throw new Refusal('too_many_failures', `More than ${failuresMax} requests in a minute were refused.`, {
        retryAfterSeconds: state.ttlInSeconds,
      });
    },
  };
}
