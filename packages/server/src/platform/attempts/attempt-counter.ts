import type { Queries } from '../database/database.ts';
import { addAttempt, forgetAttempts, takeAttemptBack } from './store/attempt-counts.ts';

/** At most `max` attempts at what `name` says in `windowMs` from the first one on. */
export interface AttemptLimit {
  name: string;
  max: number;
  windowMs: number;
}

export interface AttemptCounterTools {
  queries: Queries;
  now(): number;
  /** A name that does not tell the text; the same in every process, and unlike those of other counters. */
  pseudonym(text: string): string;
}

/** Whoever is held back is told so this long without a question to the database: a flood must not become one behind the door. */
const heldBackMs = 1_000;
const heldBackMax = 10_000;

/**
 * Counts attempts at what may be guessed, in the database: for all processes together, and beyond a start. An attempt counts before it is made, so that
 * many at once gain nothing. One that is refused counts nowhere, or who is held back could use up the attempts of others.
 */
export class AttemptCounter {
  readonly #tools: AttemptCounterTools;
  readonly #heldBack = new Map<string, { recheckAt: number; until: number }>();

  constructor(tools: AttemptCounterTools) {
    this.#tools = tools;
  }

  /** Counts an attempt by every limit. Gives the seconds to wait when it is one too many for any of them, else null. */
  async take(limits: readonly AttemptLimit[]): Promise<number | null> {
    const now = this.#tools.now();
    const spans = limits.map((limit) => ({ ...limit, name: this.#tools.pseudonym(limit.name) }));
    const known = Math.max(...spans.map(({ name }) => this.#waitKnown(name, now)));
    if (known > now) return secondsFrom(now, known);
    const counts = await addAttempt(this.#tools.queries, spans, now);
    const maxOf = new Map(spans.map(({ name, max }) => [name, max]));
    const full = counts.filter(({ name, count }) => count > (maxOf.get(name) ?? 0));
    if (full.length === 0) return null;
    await takeAttemptBack(
      this.#tools.queries,
      spans.map(({ name }) => name),
    );
    for (const { name, expiresAt } of full) this.#holdBack(name, now, expiresAt);
    return secondsFrom(now, Math.max(...full.map(({ expiresAt }) => expiresAt)));
  }

  /** The attempt counts no longer. */
  async takeBack(names: readonly string[]): Promise<void> {
    const own = names.map((name) => this.#tools.pseudonym(name));
    await takeAttemptBack(this.#tools.queries, own);
    for (const name of own) this.#heldBack.delete(name);
  }

  /** Neither do the former ones. */
  async forget(name: string): Promise<void> {
    const own = this.#tools.pseudonym(name);
    await forgetAttempts(this.#tools.queries, own);
    this.#heldBack.delete(own);
  }

  /** Until when the name is held back, as far as it was asked a moment ago; else 0. */
  #waitKnown(name: string, now: number): number {
    const known = this.#heldBack.get(name);
    if (known === undefined) return 0;
    if (known.recheckAt > now) return known.until;
    this.#heldBack.delete(name);
    return 0;
  }

  #holdBack(name: string, now: number, until: number): void {
    if (this.#heldBack.size >= heldBackMax) this.#heldBack.clear();
    this.#heldBack.set(name, { until, recheckAt: now + heldBackMs });
  }
}

function secondsFrom(now: number, until: number): number {
  return Math.max(1, Math.ceil((until - now) / 1_000));
}
