import type { RunCommand } from './run-config.ts';

/** A simulation or a load that run.ts controls. */
export interface Running {
  handle(command: RunCommand): void;
  stop(): Promise<void>;
}

/** Writes one message to the parent process. Resolves when the stream accepts more. */
export type Emit = (message: { type: string } & Record<string, unknown>) => Promise<void>;

/** Items in one message: enough to be fast, few enough for one line. */
export const itemsPerMessage = 500;

/** Splits into lists of this length; the last one may be shorter. */
export function* chunksOf<T>(items: Iterable<T>, length: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    if (chunk.push(item) < length) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Reports the progress once a second until the returned function is called. */
export function emitEverySecond(emit: Emit, progress: () => object): () => void {
  const timer = setInterval(() => void emit({ type: 'progress', ...progress() }), 1_000);
  return () => clearInterval(timer);
}
