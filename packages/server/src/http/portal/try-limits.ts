import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LinkSigner } from '../../portal/link-signer.ts';

/**
 * How often anybody may look, and how often guess. A guess is every number and every postcode that is sent, right or wrong, so that counting tells
 * nothing. By the sender's address a single person is held back, by the number whoever asks from many addresses, and together all of them.
 */
export interface TryLimits {
  /** Seconds to wait, or null when the page may be looked at. */
  look(request: FastifyRequest): Promise<number | null>;
  /** The same for a number or postcode. */
  guess(request: FastifyRequest, number: string): Promise<number | null>;
}

const minuteMs = 60_000;
const limits = {
  looks: { max: 240, timeWindow: minuteMs },
  guessesOfAddress: { max: 20, timeWindow: 5 * minuteMs },
  guessesOfNumber: { max: 20, timeWindow: 60 * minuteMs },
  guessesOfAll: { max: 600, timeWindow: minuteMs },
} as const;

/** More numbers than all guesses of an hour can name. */
const numbersMax = 50_000;

export function tryLimits(app: FastifyInstance, signer: LinkSigner): TryLimits {
  const guessed = new WeakMap<FastifyRequest, string>();
  const looks = app.createRateLimit(limits.looks);
  // The library reads the size of its memory here too; its types only forget to say so.
  const byNumber = {
    ...limits.guessesOfNumber,
    cache: numbersMax,
    keyGenerator: (request: FastifyRequest) => guessed.get(request) ?? '',
  };
  const guesses = [
    app.createRateLimit(limits.guessesOfAddress),
    app.createRateLimit({ ...limits.guessesOfAll, keyGenerator: () => 'all' }),
    app.createRateLimit(byNumber),
  ];
  return {
    look: async (request) => waitOf(await looks(request)),
    async guess(request, number) {
      guessed.set(request, signer.pseudonym(number.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')));
      const states = await Promise.all(guesses.map((check) => check(request)));
      const waits = states.map(waitOf).filter((wait) => wait !== null);
      return waits.length === 0 ? null : Math.max(...waits);
    },
  };
}

type State = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

function waitOf(state: State): number | null {
  return state.isAllowed || !state.isExceeded ? null : state.ttlInSeconds;
}
