/** How fast messages are due. Times are milliseconds since the start. */
export interface Pace {
  /** How many messages are due by then. */
  dueCount(ms: number): number;
  /** When the message with this index is due. */
  dueAtMs(index: number): number;
}

/**
 * A fixed rate after a linear rise from zero within `rampSeconds`. During the rise half as many messages are
 * due.
 */
export function steadyPace(ratePerSecond: number, rampSeconds: number): Pace {
  const perMs = ratePerSecond / 1_000;
  const rampMs = rampSeconds * 1_000;
  const dueInRamp = (perMs * rampMs) / 2;
  return {
    dueCount: (ms) => (ms < rampMs ? (perMs * ms * ms) / (2 * rampMs) : dueInRamp + perMs * (ms - rampMs)),
    dueAtMs: (index) =>
      index < dueInRamp ? Math.sqrt((2 * rampMs * index) / perMs) : rampMs + (index - dueInRamp) / perMs,
  };
}
