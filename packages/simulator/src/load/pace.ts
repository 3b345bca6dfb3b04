/** How fast messages are due. Times are milliseconds since the beginning. */
export interface Pace {
  /** How many are due by then. */
  dueBy(ms: number): number;
  /** When the message with this index is due. */
  momentOf(index: number): number;
}

/** So many a second, after the rate has risen evenly from nothing within `riseSeconds`: half as many come while it rises. */
export function steadyPace(ratePerSecond: number, riseSeconds: number): Pace {
  const perMs = ratePerSecond / 1_000;
  const riseMs = riseSeconds * 1_000;
  const dueInRise = (perMs * riseMs) / 2;
  return {
    dueBy: (ms) => (ms < riseMs ? (perMs * ms * ms) / (2 * riseMs) : dueInRise + perMs * (ms - riseMs)),
    momentOf: (index) =>
      index < dueInRise ? Math.sqrt((2 * riseMs * index) / perMs) : riseMs + (index - dueInRise) / perMs,
  };
}
