import { constants } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** Cleanup steps that run when a benchmark ends, in reverse order, however it ends. */
export interface Cleanup {
  /**
   * Registers a cleanup step. When the cleanup has already started, the step runs at once and this throws, so
   * that nothing is left behind.
   */
  add(undo: () => Promise<void> | void): Promise<void>;
  /** Throws when the cleanup has started. Call it before starting something. */
  check(): void;
}

const settleMsMax = 10_000;

/** Runs `work` and cleans up when it ends, fails or is interrupted with Ctrl-C. */
export async function withCleanup<T>(work: (cleanup: Cleanup) => Promise<T>): Promise<T> {
  const stack = new AsyncDisposableStack();
  let working: Promise<T> | null = null;
  const interrupt = (signal: NodeJS.Signals): void => {
    if (stack.disposed) return;
    const code = 128 + (constants.signals[signal] ?? 0);
    const settled = async (): Promise<void> => {
      await stack.disposeAsync();
      // Whatever is being created at this moment is created and cleaned up first.
      await Promise.race([working?.catch(() => undefined), setTimeout(settleMsMax)]);
    };
    void settled().finally(() => process.exit(code));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    working = work(cleanupOf(stack));
    return await working;
  } finally {
    // After an interrupt the cleanup already runs, and this returns at once.
    await stack.disposeAsync();
    for (const signal of signals) process.removeListener(signal, interrupt);
  }
}

function cleanupOf(stack: AsyncDisposableStack): Cleanup {
  return {
    async add(undo) {
      if (stack.disposed) {
        await undo();
        throw new Interrupted();
      }
      stack.defer(async () => undo());
    },
    check() {
      if (stack.disposed) throw new Interrupted();
    },
  };
}

class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('The benchmark was interrupted.');
  }
}
