/** A division of one country: its clocks without offset and place are in this zone. */
interface HomeCountry {
  country: string;
  zone: string;
}

/**
 * By the name of the service. Worldwide divisions (express, freight, dgf, ecommerce …) have no home zone.
 */
const homes: ReadonlyMap<string, HomeCountry> = new Map([
  ['parcel-de', { country: 'DE', zone: 'Europe/Berlin' }],
  ['post-de', { country: 'DE', zone: 'Europe/Berlin' }],
  ['svb', { country: 'DE', zone: 'Europe/Berlin' }],
  ['parcel-nl', { country: 'NL', zone: 'Europe/Amsterdam' }],
  ['parcel-pl', { country: 'PL', zone: 'Europe/Warsaw' }],
  ['parcel-uk', { country: 'GB', zone: 'Europe/London' }],
  ['ecommerce-ppl', { country: 'CZ', zone: 'Europe/Prague' }],
]);

/**
 * Zone of a wall clock without a zone of its place; null when the service has no home country or the place
 * is outside of it.
 */
export function homeZone(service: string, country: string | undefined): string | null {
  const home = homes.get(service);
  if (home === undefined || (country !== undefined && country !== home.country)) return null;
  return home.zone;
}

/**
 * DHL's names of delivering partners → connector names. Other DHL divisions can be tracked through this same
 * API.
 */
const partners: ReadonlyMap<string, string> = new Map([
  ['bpost', 'bpost'],
  ['bring', 'bring-posten'],
  ['chronopost', 'chronopost'],
  ...['express', 'freight', 'parcel-de', 'parcel-nl', 'parcel-pl', 'parcel-uk', 'ppl'].map(
    (division): [string, string] => [division, 'dhl-unified'],
  ),
]);

export function partnerNamed(provider: string | undefined): string | null {
  return provider === undefined ? null : (partners.get(provider) ?? null);
}
