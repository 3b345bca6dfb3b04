import { constants } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** What is to be undone when a benchmark ends, however it ends. The last thing made is the first undone. */
export interface Cleanup {
  /**
   * Remembers how to undo what was just made. When the end has already begun it is undone at once and this throws, so that nothing is made behind the
   * back of whoever tidies up.
   */
  add(undo: () => Promise<void> | void): Promise<void>;
  /** Throws when the end has begun: to be asked before something is started. */
  check(): void;
}

const settleMsMax = 10_000;

/** Runs `work`; undoes what it made when it ends, when it fails, and when somebody presses Ctrl-C. */
export async function withCleanup<T>(work: (cleanup: Cleanup) => Promise<T>): Promise<T> {
  const stack = new AsyncDisposableStack();
  let working: Promise<T> | null = null;
  const interrupt = (signal: NodeJS.Signals): void => {
    if (stack.disposed) return;
    const code = 128 + (constants.signals[signal] ?? 0);
    const settled = async (): Promise<void> => {
      await stack.disposeAsync();
      // Whatever was being made at that moment is made and undone before we go.
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
    // Already under way when interrupted; then this returns at once.
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
