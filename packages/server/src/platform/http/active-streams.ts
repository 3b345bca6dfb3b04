import type { ServerResponse } from 'node:http';

/** Responses without an end of their own, such as event streams. The server ends them when it stops. */
export class ActiveStreams {
  readonly #endings = new Set<() => void>();

  /**
   * `end` is called once when the server stops. Returns a function that removes the stream when it has ended
   * by itself.
   */
  add(end: () => void): () => void {
    this.#endings.add(end);
    return () => this.#endings.delete(end);
  }

  endAll(): void {
    for (const end of this.#endings) end();
    this.#endings.clear();
  }
}

/** Calls `act` when the connection closes, or at once if it closed while the response was prepared. */
export function whenClosed(line: ServerResponse, act: () => void): void {
  if (line.destroyed) act();
  else line.once('close', act);
}
