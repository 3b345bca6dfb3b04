import type { Place } from '../place/index.ts';
import { type EventTime, type TimeWindow, wallMsOf } from '../time/index.ts';
import type { DetailsFact, EventFact, Fact, ShipmentDetails } from './fact.ts';

/**
 * When are two tellings the same event?
 *
 * The carrier's own id says so where there is one. Elsewhere: code, finer code, the wall clock as given and the place. Texts are no part of it,
 * because they change with the language asked for. Zone and instant are no part either: a corrected zone is a revision, not another event.
 * The leg is added by the record, which knows it.
 */
export function identityOf(fact: Fact): string {
  if (fact.kind === 'details') return detailsIdentity(fact, revisionOf(fact));
  if (fact.carrierEventId !== null) return `id\u001f${fact.carrierEventId}`;
  return ['event', fact.code ?? '', fact.subCode ?? '', wallClockKey(fact), placeKey(fact.place)].join(
    '\u001f',
  );
}

/**
 * What tells a correction from a mere repetition: everything the record would show differently. Text is left out for the reason above;
 * confidence is left out because it follows from the rest.
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

/** Both at once, for those who need both: the content of details is written out only once. */
export function identityAndRevisionOf(fact: Fact): { identity: string; revision: string } {
  const revision = revisionOf(fact);
  return { identity: fact.kind === 'details' ? detailsIdentity(fact, revision) : identityOf(fact), revision };
}

function detailsIdentity(fact: DetailsFact, revision: string): string {
  return `details\u001f${fact.asOf ?? ''}\u001f${revision}`;
}

function wallClockKey(fact: EventFact): string {
  const { time } = fact;
  // A time with and without seconds is the same reading only if the carrier sends both, which none was seen to do.
  return time.precision === 'day' ? time.localTime : String(wallMsOf(time) ?? time.localTime);
}

/** The words given, not what the look-up made of them: a better look-up tells nothing new. */
function placeKey(place: Place | null): string {
  if (place === null) return '';
  return [place.country, place.postcode, place.name, place.code].map((part) => part ?? '').join('|');
}

type DetailTexts = {
  [Name in keyof ShipmentDetails]-?: (value: NonNullable<ShipmentDetails[Name]>) => string;
};

/** Every kind of statement, in a fixed order, so that the order in which a decoder fills an object does not matter. */
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
// The keys of a closed table are its own keys, and each function fits the value of its key; TypeScript sees neither.
const detailWriters = Object.entries(detailTexts) as [keyof ShipmentDetails, (value: unknown) => string][];

/** What is not said gives nothing, not even its name. */
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
