/** Remembers values for a short while and no more than so many of them; the oldest make room. Holds what many requests in a row would ask the database for. */
export class ForgetfulMap<V> {
  readonly #limits: ForgetfulMapLimits;
  readonly #entries = new Map<string, { value: V; until: number }>();

  constructor(limits: ForgetfulMapLimits) {
    this.#limits = limits;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > this.#limits.now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  keep(key: string, value: V): V {
    this.#entries.delete(key);
    if (this.#entries.size >= this.#limits.sizeMax) this.#dropOldest();
    this.#entries.set(key, { value, until: this.#limits.now() + this.#limits.ageMsMax });
    return value;
  }

  clear(): void {
    this.#entries.clear();
  }

  /** A map gives its keys in the order in which they were added. */
  #dropOldest(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}

export interface ForgetfulMapLimits {
  ageMsMax: number;
  sizeMax: number;
  now(): number;
}
