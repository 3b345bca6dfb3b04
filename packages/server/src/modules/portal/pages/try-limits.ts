import { readTrackingId } from '@milepost/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AttemptCounter } from '../../../platform/attempts/attempt-counter.ts';
import { networkOf } from '../../../platform/attempts/network-of.ts';
import type { RecipientPageDependencies } from './recipient-page-dependencies.ts';

/**
 * How often anybody may look, and how often guess. A guess is every number and every postcode that is sent, right or wrong, so that counting tells
 * nothing. By the sender's address a single person is held back, by the number whoever asks from many addresses, and together all of them. Looking guesses
 * nothing: it is counted only so that nobody keeps a process busy, and by each process.
 */
export interface TryLimits {
  /** Seconds to wait, or null when the page may be looked at. */
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
        { name: `at ${oneFormOf(number)}`, ...guesses.ofNumber },
        { name: 'all', ...guesses.ofAll },
      ]),
  };
}

/** However a number is written, it is one number. */
function oneFormOf(number: string): string {
  return readTrackingId(number) ?? number.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
