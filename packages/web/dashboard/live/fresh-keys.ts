const freshMs = 2_400;

/** Keys of rows that have just changed, for the time they are highlighted. */
export class FreshKeys {
  #keys: ReadonlySet<string> = new Set();
  readonly #watchers = new Set<() => void>();

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  readonly current = (): ReadonlySet<string> => this.#keys;

  add(keys: readonly string[]): void {
    const added = new Set(keys);
    this.#become(this.#keys.union(added));
    setTimeout(() => this.#become(this.#keys.difference(added)), freshMs);
  }

  #become(keys: ReadonlySet<string>): void {
    this.#keys = keys;
    for (const watcher of this.#watchers) watcher();
  }
}
