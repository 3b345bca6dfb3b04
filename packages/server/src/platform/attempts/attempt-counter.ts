import { TtlCache } from '../cache/ttl-cache.ts';
import type { Queries } from '../database/database.ts';
import { addAttempt, forgetAttempts, takeAttemptBack } from './store/attempt-counts.ts';

/** At most `max` attempts under `name` within `windowMs` of the first one. */
export interface AttemptLimit {
  name: string;
  max: number;
  windowMs: number;
}

export interface AttemptCounterTools {
  queries: Queries;
  now(): number;
  /**
   * A pseudonym from which the text cannot be read; the same in every process, different for each counter.
   */
  pseudonym(text: string): string;
}

/**
 * A refusal is repeated this long without a query, so that a flood of attempts does not reach the database.
 */
const refusalAgeMsMax = 1_000;
const refusalsMax = 10_000;

/**
 * Counts attempts to guess something, in the database: for all processes together, and across restarts.
 * An attempt is counted before it is made, so that sending many at once gains nothing. A refused attempt is
 * not counted, because a refused client could otherwise use up the attempts of others.
 */
export class AttemptCounter {
  readonly #tools: AttemptCounterTools;
  /** Pseudonym → end of the window, in milliseconds since 1970 UTC. */
  readonly #refusals: TtlCache<number>;

  constructor(tools: AttemptCounterTools) {
    this.#tools = tools;
    this.#refusals = new TtlCache({
      ageMsMax: refusalAgeMsMax,
      sizeMax: refusalsMax,
      now: () => tools.now(),
    });
  }

  /**
   * Counts an attempt under every limit. Returns the seconds to wait when it exceeds one of them, else
   * null.
   */
  async take(limits: readonly AttemptLimit[]): Promise<number | null> {
    const now = this.#tools.now();
    const named = limits.map((limit) => ({ ...limit, name: this.#tools.pseudonym(limit.name) }));
    const refusedUntil = Math.max(...named.map(({ name }) => this.#refusals.get(name) ?? 0));
    if (refusedUntil > now) return secondsFrom(now, refusedUntil);
    const counts = await addAttempt(this.#tools.queries, named, now);
    const maxOf = new Map(named.map(({ name, max }) => [name, max]));
    const exceeded = counts.filter(({ name, count }) => count > (maxOf.get(name) ?? 0));
    if (exceeded.length === 0) return null;
    await takeAttemptBack(
      this.#tools.queries,
      named.map(({ name }) => name),
    );
    for (const { name, expiresAt } of exceeded) this.#refusals.keep(name, expiresAt);
    return secondsFrom(now, Math.max(...exceeded.map(({ expiresAt }) => expiresAt)));
  }

  /** The attempt no longer counts. */
  async takeBack(names: readonly string[]): Promise<void> {
    const pseudonyms = names.map((name) => this.#tools.pseudonym(name));
    await takeAttemptBack(this.#tools.queries, pseudonyms);
    for (const name of pseudonyms) this.#refusals.delete(name);
  }

  /** No attempt under this name counts any longer. */
  async forget(name: string): Promise<void> {
    const pseudonym = this.#tools.pseudonym(name);
    await forgetAttempts(this.#tools.queries, pseudonym);
    this.#refusals.delete(pseudonym);
  }
}

function secondsFrom(now: number, until: number): number {
  return Math.max(1, Math.ceil((until - now) / 1_000));
}
