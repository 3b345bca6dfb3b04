interface Pace {
  /** From the first wish to the act, so that one act serves what comes together. */
  soonMs: number;
  /** From one act to the next at least. */
  pauseMs: number;
}

/** Does something soon after it is wished for, and not again before a pause is over, however often it is wished for. */
export class Throttle {
  readonly #act: () => void;
  readonly #pace: Pace;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #actedAt = Number.NEGATIVE_INFINITY;

  constructor(act: () => void, pace: Pace) {
    this.#act = act;
    this.#pace = pace;
  }

  wish(): void {
    const { soonMs, pauseMs } = this.#pace;
    const waitMs = Math.max(soonMs, this.#actedAt + pauseMs - performance.now());
    this.#timer ??= setTimeout(() => this.#run(), waitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #run(): void {
    this.#timer = undefined;
    this.#actedAt = performance.now();
    this.#act();
  }
}
