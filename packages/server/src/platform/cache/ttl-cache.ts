import { LRUCache } from 'lru-cache';

/**
 * `lru-cache` with a maximum age and the server's clock. Values are boxed, because `null` ("does not
 * exist") is cached too.
 */
export class TtlCache<V> {
  readonly #entries: LRUCache<string, { value: V }>;

  constructor({ ageMsMax, sizeMax, now }: TtlCacheLimits) {
    this.#entries = new LRUCache({ max: sizeMax, ttl: ageMsMax, ttlResolution: 0, perf: { now } });
  }

  get(key: string): V | undefined {
    return this.#entries.get(key)?.value;
  }

  keep(key: string, value: V): V {
    this.#entries.set(key, { value });
    return value;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}

export interface TtlCacheLimits {
  ageMsMax: number;
  sizeMax: number;
  now(): number;
}
