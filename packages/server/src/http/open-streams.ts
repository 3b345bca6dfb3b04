/** Answers that end only when somebody ends them: when the server stops, it must not wait for them. */
export class OpenStreams {
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
