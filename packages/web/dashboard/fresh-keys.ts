const freshMs = 2_400;

/** What has just changed, for as long as it is marked on the screen. */
export class FreshKeys {
  #keys: ReadonlySet<string> = new Set();
  readonly #watchers = new Set<() => void>();

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  readonly current = (): ReadonlySet<string> => this.#keys;

  add(keys: readonly string[]): void {
    this.#become(new Set([...this.#keys, ...keys]));
    setTimeout(() => this.#become(new Set([...this.#keys].filter((key) => !keys.includes(key)))), freshMs);
  }

  #become(keys: ReadonlySet<string>): void {
    this.#keys = keys;
    for (const watcher of this.#watchers) watcher();
  }
}
