/** Work that nobody waits for: a request that must not tell by its duration what it found, or a mail server that is slow. */
export interface Background {
  run(work: () => Promise<void>): void;
  /** Waits for what was begun. */
  drain(): Promise<void>;
}

/** More than this at once is a flood, and is left undone rather than piled up. */
const runningMax = 500;

export function createBackground(onFailure: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    run(work) {
      if (running.size >= runningMax) return onFailure(new Error('Too much waits in the background.'));
      const task: Promise<void> = work()
        .catch(onFailure)
        .finally(() => running.delete(task));
      running.add(task);
    },
    drain: async () => {
      await Promise.all(running);
    },
  };
}
