import type { PortalPlace } from '@milepost/contract';
import { countryName } from '../date-format.ts';
import type { Language } from '../languages.ts';

/** Unicode isolates (UAX 9): text inside keeps its own direction. */
const isolate = { any: '\u2068', ltr: '\u2066', end: '\u2069' };

/** `Utrecht, Netherlands`; null if neither town nor country is known. */
export function formatPlace(place: PortalPlace | null, { locale, direction }: Language): string | null {
  if (place === null) return null;
  const { name, country } = place;
  const isRtl = direction === 'rtl';
  // Towns are in the carrier's spelling, countries in the language of the page.
  const town = name !== null && isRtl ? `${isolate.any}${name}${isolate.end}` : name;
  const parts = [town, country === null ? null : countryName(locale, country)].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? null : parts.join(isRtl ? '، ' : ', ');
}

/** Places joined by arrows in reading direction. */
export function formatRoute(places: readonly string[], { direction }: Language): string {
  return places.join(direction === 'rtl' ? ' ← ' : ' → ');
}

/** A phone number, isolated so that it is written left to right in every language. */
export function formatPhone(phone: string): string {
  return `${isolate.ltr}${phone}${isolate.end}`;
}

/** The `dir` of a value in an unknown language. Formatted places contain their own isolates. */
export function valueDirection(value: string): 'auto' | undefined {
  return value.startsWith(isolate.any) ? undefined : 'auto';
}
