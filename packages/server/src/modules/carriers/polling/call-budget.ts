/**
 * How many calls an account may still make: its carrier's limits, spread evenly, with a small reserve for bursts. A bucket that fills with time.
 */
export interface CallBudget {
  /** Calls that may be made now. */
  available(): number;
  spend(calls: number): void;
}

export interface CallLimits {
  requestsPerSecond: number | null;
  requestsPerDay: number | null;
}

const dayMs = 86_400_000;
const burstMax = 20;

/** `speed` is how much faster than the clock a simulated world runs; 1 in earnest. */
export function createCallBudget(limits: CallLimits, now: () => number, speed: number): CallBudget {
  const perSecond =
    limits.requestsPerSecond === null ? Number.POSITIVE_INFINITY : limits.requestsPerSecond / 1_000;
  const perDay = limits.requestsPerDay === null ? Number.POSITIVE_INFINITY : limits.requestsPerDay / dayMs;
  const perMs = Math.min(perSecond, perDay) * speed;
  // A minute's worth beyond the one call that may always be saved up.
  const capacity = 1 + Math.min(burstMax - 1, perMs * 60_000);
  let held = capacity;
  let filledAt = now();
  return {
    available() {
      const elapsedMs = now() - filledAt;
      filledAt += elapsedMs;
      held = Math.min(capacity, held + (elapsedMs > 0 ? elapsedMs * perMs : 0));
      return Math.floor(held);
    },
    spend(calls) {
      held -= calls;
    },
  };
}
