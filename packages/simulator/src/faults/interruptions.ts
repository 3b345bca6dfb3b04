import { hourMs } from '../journeys/local-time.ts';
import { randomOf } from '../random.ts';

/**
 * Spells of silence or outage. Time is cut into slices, and chance decides of each slice whether it lies in a spell, so that any moment can be
 * asked about without remembering any.
 */
export interface Interruptions {
  isOn(at: number): boolean;
  /** The end of the spell that `at` lies in; `at` itself outside a spell. */
  endAfter(at: number): number;
}

export interface InterruptionsRequest {
  seed: number;
  carrier: string;
  kind: 'silence' | 'outage';
  /** Share of the time. */
  rate: number;
}

/** A carrier that is silent is so for hours; an interface that is down, for minutes. */
const sliceMs = { silence: 6 * hourMs, outage: hourMs / 4 };

export function interruptionsOf({ seed, carrier, kind, rate }: InterruptionsRequest): Interruptions {
  const length = sliceMs[kind];
  const isOnIn = (slice: number) => rate > 0 && randomOf(seed, kind, carrier, slice)() < rate;
  const sliceOf = (at: number) => Math.floor(at / length);
  return {
    isOn: (at) => isOnIn(sliceOf(at)),
    endAfter(at) {
      if (!isOnIn(sliceOf(at))) return at;
      let slice = sliceOf(at) + 1;
      // A carrier that is always silent would have no end; after a hundred slices it is let speak.
      for (let seen = 0; isOnIn(slice) && seen < 100; seen++) slice += 1;
      return slice * length;
    },
  };
}
