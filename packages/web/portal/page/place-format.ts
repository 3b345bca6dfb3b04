import type { PortalPlace } from '@milepost/contract';
import { countryWords } from '../date-format.ts';
import type { Language } from '../languages.ts';

/** Unicode's marks around text of another direction (UAX 9): it keeps its own, and the words around it keep theirs. */
const isolate = { any: '\u2068', ltr: '\u2066', end: '\u2069' };

/** `Utrecht, Netherlands`; as much as is known. */
export function placeWords(place: PortalPlace | null, { locale, direction }: Language): string | null {
  if (place === null) return null;
  const { name, country } = place;
  const isRtl = direction === 'rtl';
  // Towns are written as carriers write them, countries as the language does.
  const town = name !== null && isRtl ? `${isolate.any}${name}${isolate.end}` : name;
  const parts = [town, country === null ? null : countryWords(locale, country)].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? null : parts.join(isRtl ? '، ' : ', ');
}

/** Places in the order of the way, as one reads it. */
export function wayWords(places: readonly string[], { direction }: Language): string {
  return places.join(direction === 'rtl' ? ' ← ' : ' → ');
}

/** A telephone number reads from the left in every language. */
export function phoneWords(phone: string): string {
  return `${isolate.ltr}${phone}${isolate.end}`;
}

/** The direction of a value of which nobody knows the language; a place brings its marks with it. */
export function valueDirection(value: string): 'auto' | undefined {
  return value.startsWith(isolate.any) ? undefined : 'auto';
}
