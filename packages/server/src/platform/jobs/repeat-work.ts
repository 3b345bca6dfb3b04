/** Work of a module that runs on a timer. */
export interface RepeatedWork {
  everyMs: number;
  /** Long work checks `isStopping` between its steps. */
  work(isStopping: () => boolean): Promise<void>;
}

export interface Repetition {
  /** Finishes the round in progress and starts no other. */
  stop(): Promise<void>;
}

/**
 * Runs each work at its interval, for the first time after one interval. Only one runs at a time, so that a
 * slow round does not overlap with the next. A failure is reported, and the work is run again at its next
 * time. Called by the start-… files of the modules.
 */
export function repeatWork(list: readonly RepeatedWork[], onFailure: (error: unknown) => void): Repetition {
  let isStopping = false;
  let round: Promise<void> = Promise.resolve();
  const timers = list.map(({ everyMs, work }) =>
    setInterval(() => {
      round = round.then(() => (isStopping ? undefined : work(() => isStopping))).catch(onFailure);
    }, everyMs),
  );
  return {
    async stop() {
      isStopping = true;
      for (const timer of timers) clearInterval(timer);
      await round;
    },
  };
}
