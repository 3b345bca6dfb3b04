import { wallMsOf } from '../time/index.ts';
import type { DetailsFact, EventFact, Fact } from './fact.ts';

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
  return ['event', fact.code ?? '', fact.subCode ?? '', wallClockKey(fact), placeKey(fact)].join('\u001f');
}

/**
 * What tells a correction from a mere repetition: everything the record would show differently. Text is left out for the reason above;
 * confidence is left out because it follows from the rest.
 */
export function revisionOf(fact: Fact): string {
  if (fact.kind === 'details') return canonical(fact.details);
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
    placeKey(fact),
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

function placeKey(fact: EventFact): string {
  const { place } = fact;
  if (place === null) return '';
  return [place.country, place.postcode, place.name, place.code].map((part) => part ?? '').join('|');
}

/**
 * One text for equal content, with sorted keys, so that the order in which a decoder fills an object does not matter. Absent values are left out. Texts
 * carry their length, so that no content can pass for another.
 */
function canonical(value: unknown): string {
  if (typeof value === 'string') return `${value.length}:${value}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  let text = '{';
  // Entries of an object whose members are unknown here.
  const members = value as Record<string, unknown>;
  for (const key of Object.keys(members).sort())
    if (members[key] !== undefined) text += `${key}=${canonical(members[key])};`;
  return `${text}}`;
}
