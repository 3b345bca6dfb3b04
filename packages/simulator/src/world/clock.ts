/** The clock of the simulated world. */
export interface SimulatedClock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Real milliseconds until the simulated clock shows `at`; 0 when it has. */
  realMsUntil(at: number): number;
}

export interface ClockRequest {
  /** Where the simulated clock begins, usually in the past. */
  startAt: number;
  /** Simulated milliseconds for each real one, from 1 to 100,000. */
  speed: number;
  realNow(): number;
  /**
   * Whether it may run past the real clock. Without it the clock catches up with the present and goes on with it, so that nobody is told of
   * things that are yet to happen.
   */
  mayRunAhead?: boolean;
}

export const speedMax = 100_000;

/** Begins to run when it is made. Throws a RangeError for a speed out of its bounds. */
export function startClock({ startAt, speed, realNow, mayRunAhead = false }: ClockRequest): SimulatedClock {
  if (!(speed >= 1 && speed <= speedMax))
    throw new RangeError(`The speed must lie between 1 and ${speedMax}.`);
  const started = realNow();
  const fast = (real: number) => startAt + (real - started) * speed;
  return {
    now() {
      const real = realNow();
      // Having caught up, the fast clock is ahead of the real one for ever.
      return mayRunAhead ? fast(real) : Math.min(fast(real), Math.max(real, startAt));
    },
    realMsUntil(at) {
      const real = realNow();
      const byFastClock = started + (at - startAt) / speed;
      const reached = mayRunAhead ? byFastClock : Math.max(byFastClock, at);
      return Math.max(0, reached - real);
    },
  };
}
