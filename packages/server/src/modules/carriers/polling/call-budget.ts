/**
 * The calls an account may still make: a token bucket by its carrier's limits, with a small reserve for
 * bursts.
 */
export interface CallBudget {
  /** Calls allowed now. */
  available(): number;
  spend(calls: number): void;
}

export interface CallLimits {
  requestsPerSecond: number | null;
  requestsPerDay: number | null;
}

const dayMs = 86_400_000;
const burstMax = 20;

/** `speed` is the factor by which simulated time runs faster; 1 in production. */
export function createCallBudget(limits: CallLimits, now: () => number, speed: number): CallBudget {
  const perSecond =
    limits.requestsPerSecond === null ? Number.POSITIVE_INFINITY : limits.requestsPerSecond / 1_000;
  const perDay = limits.requestsPerDay === null ? Number.POSITIVE_INFINITY : limits.requestsPerDay / dayMs;
  const perMs = Math.min(perSecond, perDay) * speed;
  // One minute's worth, and always at least one call.
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
