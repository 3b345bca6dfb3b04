import type { Place } from '../place/index.ts';
import type { EventTime } from '../time/index.ts';

/**
 * The five factors of the confidence of a fact, each from 0 to 1. Stored and shown with the fact, so that a
 * user can see which of them lowered it.
 */
export interface ConfidenceFactors {
  /** How reliable the mapping of the code is. */
  mapping: number;
  /** How reliable the time and its zone are. */
  clock: number;
  /** Whether the place was found. */
  place: number;
  /** How reliable the source is. */
  source: number;
  /** Whether the fact is plausible (see plausibility.ts). */
  plausibility: number;
}

/** How likely it is that a fact is correct. */
export interface Confidence {
  /** The product of the factors, from 0 to 1, rounded to three digits. */
  value: number;
  factors: ConfidenceFactors;
}

/** How the meaning of a code is known, most reliable first. */
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

/** Facts below this confidence are shown on the timeline but do not change the state. */
export const drivingConfidenceMin = 0.35;

/** The mapping factor of a code with this evidence. */
export function mappingFactor(evidence: Evidence): number {
  return byEvidence[evidence];
}

/**
 * The clock factor: lower without a reliable zone, for a date without time, and for an ambiguous local time.
 */
export function clockFactor(time: EventTime): number {
  const zone = time.zoneSource === null ? 0.5 : byZoneSource[time.zoneSource];
  const precision = time.precision === 'day' ? 0.9 : 1;
  return zone * precision * (time.ambiguous ? 0.8 : 1);
}

/** The place factor: 1 if the look-up found the place. */
export function placeFactor(place: Place | null): number {
  if (place === null) return 0.95;
  return place.matchedBy === undefined ? 0.95 : 1;
}

/**
 * Multiplies the factors. Rounded to three digits, so that the same factors give the same value everywhere.
 */
export function confidenceOf(factors: ConfidenceFactors): Confidence {
  const value = factors.mapping * factors.clock * factors.place * factors.source * factors.plausibility;
  return { value: round(value), factors };
}

/**
 * The confidence of several sources that report the same event: 1 minus the probability that all are wrong.
 */
export function combinedConfidence(values: readonly number[]): number {
  const allWrong = values.reduce((product, value) => product * (1 - value), 1);
  return round(1 - allWrong);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
