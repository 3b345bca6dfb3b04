import { milestoneOf, type SubStatus } from '../taxonomy/index.ts';
import type { EventTime } from '../time/index.ts';
import type { Confidence } from './confidence.ts';
import type { DetailsFact, EventFact, Fact } from './fact.ts';
import { packDetails, type StoredDetails, unpackDetails } from './stored-details.ts';
import { packTime, type StoredTime, unpackTime } from './stored-time.ts';

/** The stored form of a fact: default values are left out, and times are short arrays. */
export type StoredFact = StoredEvent | StoredDetailsFact;

interface StoredEvent extends Partial<Omit<EventFact, 'kind' | 'time' | 'subStatus'>> {
  kind: 'event';
  subStatus: SubStatus;
  time: StoredTime | EventTime;
}

interface StoredDetailsFact extends Omit<DetailsFact, 'details'> {
  details: StoredDetails;
}

const fullConfidence: Confidence = {
  value: 1,
  factors: { mapping: 1, clock: 1, place: 1, source: 1, plausibility: 1 },
};

const defaults = {
  classifier: 'actual',
  origin: 'carrier',
  reason: null,
  party: null,
  code: null,
  subCode: null,
  text: null,
  place: null,
  carrierEventId: null,
  sequence: null,
  signedBy: null,
  confidence: fullConfidence,
} as const satisfies Partial<EventFact>;

/** Fact → stored form. */
export function packFact(fact: Fact): StoredFact {
  if (fact.kind === 'details') return { ...fact, details: packDetails(fact.details) };
  const { time, milestone, subStatus, confidence } = fact;
  const stored: StoredEvent = { kind: 'event', subStatus, time: packTime(time) };
  if (milestone !== milestoneOf(subStatus)) stored.milestone = milestone;
  if (fact.classifier !== 'actual') stored.classifier = fact.classifier;
  if (fact.origin !== 'carrier') stored.origin = fact.origin;
  if (fact.reason !== null) stored.reason = fact.reason;
  if (fact.party !== null) stored.party = fact.party;
  if (fact.code !== null) stored.code = fact.code;
  if (fact.subCode !== null) stored.subCode = fact.subCode;
  if (fact.text !== null) stored.text = fact.text;
  if (fact.place !== null) stored.place = fact.place;
  if (fact.carrierEventId !== null) stored.carrierEventId = fact.carrierEventId;
  if (fact.sequence !== null) stored.sequence = fact.sequence;
  if (fact.signedBy !== null) stored.signedBy = fact.signedBy;
  // No factor is above 1, so the product is 1 only if every factor is.
  if (confidence.value !== 1) stored.confidence = confidence;
  return stored;
}

/** The inverse of `packFact`; the value must come from it. */
export function unpackFact(stored: StoredFact): Fact {
  if (stored.kind === 'details') return { ...stored, details: unpackDetails(stored.details) };
  return { ...defaults, milestone: milestoneOf(stored.subStatus), ...stored, time: unpackTime(stored.time) };
}
