interface ThrottleTiming {
  /** Delay from the first request to the action, so that one action serves a burst. */
  delayMs: number;
  /** Minimum time between two actions. */
  pauseMs: number;
}

/** Runs an action shortly after it is requested, and not again before a pause is over. */
export class Throttle {
  readonly #action: () => void;
  readonly #timing: ThrottleTiming;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastRunAt = Number.NEGATIVE_INFINITY;

  constructor(action: () => void, timing: ThrottleTiming) {
    this.#action = action;
    this.#timing = timing;
  }

  request(): void {
    const { delayMs, pauseMs } = this.#timing;
    const waitMs = Math.max(delayMs, this.#lastRunAt + pauseMs - performance.now());
    this.#timer ??= setTimeout(() => this.#run(), waitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #run(): void {
    this.#timer = undefined;
    this.#lastRunAt = performance.now();
    this.#action();
  }
}
