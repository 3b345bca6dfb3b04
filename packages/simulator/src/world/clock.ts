/** The clock of the simulated world. */
export interface SimulatedClock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Real milliseconds until the simulated clock shows `at`; 0 when it has passed. */
  realMsUntil(at: number): number;
}

export interface ClockRequest {
  /** Start of the simulated clock, usually in the past. */
  startAt: number;
  /** Simulated milliseconds per real millisecond, from 1 to 100,000. */
  speed: number;
  realNow(): number;
  /**
   * Whether it may run ahead of the real clock. Otherwise it catches up with the real clock and then follows
   * it, so that no future events are reported.
   */
  mayRunAhead?: boolean;
}

export const speedMax = 100_000;

/** Runs from the moment of the call. Throws a RangeError for a speed out of range. */
export function startClock({ startAt, speed, realNow, mayRunAhead = false }: ClockRequest): SimulatedClock {
  if (!(speed >= 1 && speed <= speedMax))
    throw new RangeError(`The speed must be between 1 and ${speedMax}.`);
  const started = realNow();
  const fast = (real: number) => startAt + (real - started) * speed;
  return {
    now() {
      const real = realNow();
      // After it has caught up, the fast clock stays ahead of the real one.
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
