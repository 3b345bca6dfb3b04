import { readTrackingId } from '@milepost/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AttemptCounter } from '../../../platform/attempts/attempt-counter.ts';
import { networkOf } from '../../../platform/attempts/network-of.ts';
import type { RecipientPageDependencies } from './recipient-page-dependencies.ts';

/**
 * Limits look-ups and guesses on the recipient's pages. A guess is every number and every postcode that is
 * sent, right or wrong, so that the count reveals nothing. Guesses are limited by the sender's network, by
 * the number (for guesses from many networks), and in all. Page views are counted only to protect the
 * process, by each process.
 */
export interface TryLimits {
  /** Seconds to wait, or null when the page may be viewed. */
  look(request: FastifyRequest): Promise<number | null>;
  /** The same for a number or postcode. */
  guess(request: FastifyRequest, number: string): Promise<number | null>;
}

const minuteMs = 60_000;
const looks = { max: 240, timeWindow: minuteMs } as const;
const guesses = {
  ofAddress: { max: 20, windowMs: 5 * minuteMs },
  ofNumber: { max: 20, windowMs: 60 * minuteMs },
  ofAll: { max: 600, windowMs: minuteMs },
} as const;

export function tryLimits(
  app: FastifyInstance,
  { database, now, linkSigner }: Pick<RecipientPageDependencies, 'database' | 'now' | 'linkSigner'>,
): TryLimits {
  const look = app.createRateLimit(looks);
  const pseudonym = (text: string): string => linkSigner.pseudonym(`guess ${text}`);
  const counter = new AttemptCounter({ queries: database, now, pseudonym });
  return {
    async look(request) {
      const state = await look(request);
      return state.isAllowed || !state.isExceeded ? null : state.ttlInSeconds;
    },
    guess: ({ ip }, number) =>
      counter.take([
        { name: `from ${networkOf(ip)}`, ...guesses.ofAddress },
        { name: `at ${canonicalNumber(number)}`, ...guesses.ofNumber },
        { name: 'all', ...guesses.ofAll },
      ]),
  };
}

/** The same form for every spelling of a number. */
function canonicalNumber(number: string): string {
  return readTrackingId(number) ?? number.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
