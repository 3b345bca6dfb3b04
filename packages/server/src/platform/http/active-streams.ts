import type { ServerResponse } from 'node:http';

/** Answers that end only when somebody ends them: when the server stops, it must not wait for them. */
export class ActiveStreams {
  readonly #endings = new Set<() => void>();

  /** `end` is called once when the server stops. Returns how to say that the stream has ended by itself. */
  add(end: () => void): () => void {
    this.#endings.add(end);
    return () => this.#endings.delete(end);
  }

  endAll(): void {
    for (const end of this.#endings) end();
    this.#endings.clear();
  }
}

/** Acts when the line to a client closes, or at once where the client went while the answer was prepared: then nobody would say so any more. */
export function whenClosed(line: ServerResponse, act: () => void): void {
  if (line.destroyed) act();
  else line.once('close', act);
}
