/** Time as the modules see it. Milliseconds since 1970 UTC throughout. */
export interface Clock {
  /** The present of a workspace. The real one, except where a workspace's data is simulated. */
  nowIn(workspaceId: string): number;
  /** How many times faster than real time carriers are polled; 1 outside a simulation. */
  readonly pollSpeed: number;
}

export const systemClock: Clock = { nowIn: () => Date.now(), pollSpeed: 1 };
