/** Counts calls per second; true while the call is within the limit. `null` means no limit. */
export function callLimit(callsPerSecondMax: number | null, realNow: () => number): () => boolean {
  let second = Number.NEGATIVE_INFINITY;
  let calls = 0;
  return () => {
    if (callsPerSecondMax === null) return true;
    const now = Math.floor(realNow() / 1_000);
    if (now !== second) {
      second = now;
      calls = 0;
    }
    calls += 1;
    return calls <= callsPerSecondMax;
  };
}
