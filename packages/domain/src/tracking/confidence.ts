import type { Place } from '../place/index.ts';
import type { EventTime } from '../time/index.ts';

/**
 * How sure we are of a fact: the product of five named factors, each 0–1. Stored with the fact and shown with it, so that a person can see
 * which of them pulled it down.
 */
export interface ConfidenceFactors {
  /** How well the code's meaning is known. */
  mapping: number;
  /** How well the clock and its zone are known. */
  clock: number;
  /** Whether the words about the place could be located. */
  place: number;
  /** Who tells us. */
  source: number;
  /** Whether it can be true at all (see plausibility.ts). */
  plausibility: number;
}

export interface Confidence {
  value: number;
  factors: ConfidenceFactors;
}

/** How a row of a code table came to be known. */
export const evidences = ['documented', 'observed', 'inferred', 'guessed', 'none'] as const;
export type Evidence = (typeof evidences)[number];

const byEvidence: Record<Evidence, number> = {
  documented: 1,
  observed: 0.97,
  inferred: 0.9,
  guessed: 0.7,
  none: 0.2,
};

const byZoneSource = {
  payload_offset: 1,
  payload_utc: 1,
  facility: 0.97,
  place: 0.97,
  carrier_default: 0.9,
  assumed: 0.6,
} as const;

/** Facts below this show on the timeline but do not drive the state. */
export const drivingConfidenceMin = 0.35;

export function mappingFactor(evidence: Evidence): number {
  return byEvidence[evidence];
}

export function clockFactor(time: EventTime): number {
  const zone = time.zoneSource === null ? 0.5 : byZoneSource[time.zoneSource];
  const precision = time.precision === 'day' ? 0.9 : 1;
  return zone * precision * (time.ambiguous ? 0.8 : 1);
}

export function placeFactor(place: Place | null): number {
  if (place === null) return 0.95;
  return place.matchedBy === undefined ? 0.95 : 1;
}

/** Multiplies the factors; rounded to three digits, so that the same factors give the same figure everywhere. */
export function confidenceOf(factors: ConfidenceFactors): Confidence {
  const value = factors.mapping * factors.clock * factors.place * factors.source * factors.plausibility;
  return { value: round(value), factors };
}

/** Several sources that tell the same: the chance that all of them are wrong shrinks with each. */
export function raisedByTwins(values: readonly number[]): number {
  const allWrong = values.reduce((product, value) => product * (1 - value), 1);
  return round(1 - allWrong);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
