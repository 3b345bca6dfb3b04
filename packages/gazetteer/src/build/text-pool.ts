/** Stores each text once and refers to it by its index. */
export class TextPool {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const next = this.#numbers.size;
    this.#numbers.set(text, next);
    return next;
  }

  get texts(): string[] {
    return [...this.#numbers.keys()];
  }
}
