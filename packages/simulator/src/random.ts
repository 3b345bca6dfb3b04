import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/** Nothing here needs to be unpredictable. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/**
 * A separate stream for each purpose and item. An additional random number in one place changes nothing
 * elsewhere, and any item can be created again alone: `randomOf(seed, 'journey', parcel)`.
 */
export function randomOf(seed: number, ...names: readonly (string | number)[]): Random {
  return seededRandom(hashOf(seed, ...names));
}

/**
 * FNV-1a over the names, then the finaliser of MurmurHash3, so that adjacent numbers give unrelated seeds.
 */
function hashOf(seed: number, ...names: readonly (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of names.join('\u001f')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

export function between(random: Random, min: number, max: number): number {
  return min + random() * (max - min);
}

/** An integer from `min` to `max`, both included. */
export function integerBetween(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

export function chance(random: Random, rate: number): boolean {
  return random() < rate;
}

/** Throws a RangeError for an empty list. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  const chosen = choices[Math.floor(random() * choices.length)];
  if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
  return chosen;
}

/** One of the choices, with a probability proportional to its weight. At least one weight must be above 0. */
export function pickWeighted<T>(random: Random, choices: readonly T[], weightOf: (choice: T) => number): T {
  const total = choices.reduce((sum, choice) => sum + weightOf(choice), 0);
  let left = random() * total;
  for (const choice of choices) {
    left -= weightOf(choice);
    if (left < 0) return choice;
  }
  throw new RangeError('There is nothing to choose from.');
}
