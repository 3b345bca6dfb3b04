import { hourMs } from '../journeys/local-time.ts';
import { randomOf } from '../random.ts';

/**
 * Periods of silence or outage. Time is divided into slices and each slice is interrupted at random, so that
 * any instant can be queried without storing state.
 */
export interface Interruptions {
  isOn(at: number): boolean;
  /** The end of the interruption that contains `at`; `at` itself outside of one. */
  endAfter(at: number): number;
}

export interface InterruptionsRequest {
  seed: number;
  carrier: string;
  kind: 'silence' | 'outage';
  /** Share of the time. */
  rate: number;
}

/** Silence lasts for hours, an outage of the API for minutes. */
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
      // At a rate of 1 there is no end, so the search stops after a hundred slices.
      for (let seen = 0; isOnIn(slice) && seen < 100; seen++) slice += 1;
      return slice * length;
    },
  };
}
