/**
 * Work that no request waits for, because its duration must not reveal what was found or because a mail
 * server may be slow.
 */
export interface Background {
  run(work: () => Promise<void>): void;
  /** Waits for the work that was started. */
  drain(): Promise<void>;
}

/** Work beyond this is dropped, so that a flood of requests cannot fill the memory. */
const runningMax = 500;

export function createBackground(onFailure: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    run(work) {
      if (running.size >= runningMax)
        return onFailure(new Error('Too many background tasks are running; this one was dropped.'));
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
