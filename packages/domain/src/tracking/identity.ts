import type { Place } from '../place/index.ts';
import { type EventTime, type TimeWindow, wallMsOf } from '../time/index.ts';
import type { DetailsFact, EventFact, Fact, ShipmentDetails } from './fact.ts';

/**
 * The identity of a fact within its leg. Equal identities are the same event.
 *
 * It is the carrier's event id if there is one, otherwise code, sub-code, local time as given and place.
 * Texts are excluded because they depend on the requested language. Zone and instant are excluded because a
 * corrected zone is a revision of the same event.
 */
export function identityOf(fact: Fact): string {
  if (fact.kind === 'details') return detailsIdentity(fact, revisionOf(fact));
  if (fact.carrierEventId !== null) return `id\u001f${fact.carrierEventId}`;
  return ['event', fact.code ?? '', fact.subCode ?? '', wallClockKey(fact), placeKey(fact.place)].join(
    '\u001f',
  );
}

/**
 * Distinguishes a correction from a repetition: contains everything that is shown and may be corrected. Text
 * is excluded as above; confidence is excluded because it follows from the rest.
 */
export function revisionOf(fact: Fact): string {
  if (fact.kind === 'details') return detailsText(fact.details);
  const { time } = fact;
  return [
    fact.subStatus,
    fact.classifier,
    fact.reason ?? '',
    fact.party ?? '',
    time.localTime,
    time.zone ?? '',
    fact.signedBy ?? '',
    fact.sequence ?? '',
    placeKey(fact.place),
  ].join('\u001f');
}

/**
 * Both values at once. For details this is cheaper than two calls, because the identity contains the
 * revision.
 */
export function identityAndRevisionOf(fact: Fact): { identity: string; revision: string } {
  const revision = revisionOf(fact);
  return { identity: fact.kind === 'details' ? detailsIdentity(fact, revision) : identityOf(fact), revision };
}

function detailsIdentity(fact: DetailsFact, revision: string): string {
  return `details\u001f${fact.asOf ?? ''}\u001f${revision}`;
}

function wallClockKey(fact: EventFact): string {
  const { time } = fact;
  // Times with and without seconds give the same key. No carrier was seen to send both for different events.
  return time.precision === 'day' ? time.localTime : String(wallMsOf(time) ?? time.localTime);
}

/** The text as given, not the result of the look-up: a better look-up is not a correction. */
function placeKey(place: Place | null): string {
  if (place === null) return '';
  return [place.country, place.postcode, place.name, place.code].map((part) => part ?? '').join('|');
}

type DetailTexts = {
  [Name in keyof ShipmentDetails]-?: (value: NonNullable<ShipmentDetails[Name]>) => string;
};

/** All members in a fixed order, so that the order in which a decoder sets them does not matter. */
const detailTexts: DetailTexts = {
  answer: String,
  estimatedDelivery: windowText,
  promisedDelivery: windowText,
  deliveredAt: timeText,
  signedBy: String,
  service: String,
  references: (references) => references.join('\u001e'),
  origin: placeText,
  destination: placeText,
  weightGrams: String,
  parcelCount: String,
  pickupBy: timeText,
  partner: ({ carrier, trackingNumber }) => `${carrier ?? ''}\u001e${trackingNumber}`,
};
// The keys of a closed table are its own keys, and each function fits the value of its key; TypeScript sees
// neither.
const detailWriters = Object.entries(detailTexts) as [keyof ShipmentDetails, (value: unknown) => string][];

/** Absent members are left out together with their names. */
function detailsText(details: ShipmentDetails): string {
  let text = '';
  for (const [name, write] of detailWriters) {
    const value = details[name];
    if (value !== undefined) text += `${name}\u001d${write(value)}\u001f`;
  }
  return text;
}

function placeText(place: Place): string {
  return `${placeKey(place)}|${place.street ?? ''}|${place.region ?? ''}`;
}

function timeText({ localTime, zone, precision }: EventTime): string {
  return `${localTime} ${zone ?? ''} ${precision}`;
}

function windowText({ from, to }: TimeWindow): string {
  return `${from ? timeText(from) : ''}/${to ? timeText(to) : ''}`;
}
