import type { RunCommand } from './run-config.ts';

/** Something that run.ts keeps going. */
export interface Running {
  handle(command: RunCommand): void;
  stop(): Promise<void>;
}

/** Says one message to whoever started the process; resolves when there is room for more. */
export type Emit = (message: { type: string } & Record<string, unknown>) => Promise<void>;

/** Items in one message: enough to be quick, few enough to be read as a line. */
export const itemsPerMessage = 500;

/** Lists of so many, the last one shorter. */
export function* chunksOf<T>(items: Iterable<T>, length: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    if (chunk.push(item) < length) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Says where things stand once a second, until it is told to end. */
export function emitEverySecond(emit: Emit, progress: () => object): () => void {
  const timer = setInterval(() => void emit({ type: 'progress', ...progress() }), 1_000);
  return () => clearInterval(timer);
}
