/**
 * The territory that a postal address refers to. Carriers write FR for La Réunion, US for Puerto Rico and ES
 * for the Canary Islands, although the time zone (and often the ISO country) differs.
 */
export interface Territory {
  /** The ISO country (alpha-2) whose towns are searched. */
  country: string;
  /** IANA zone, if the postcode alone determines it. */
  zone?: string;
}

/** French postcodes 97x and 98x, three digits (La Poste; INSEE lists the same numbers as départements). */
const frenchOverseas: Readonly<Record<string, string>> = {
  971: 'GP',
  972: 'MQ',
  973: 'GF',
  974: 'RE',
  975: 'PM',
  976: 'YT',
  986: 'WF',
  987: 'PF',
  988: 'NC',
};

/** Served by the US postal service under US, but separate countries in ISO 3166-1. */
const unitedStatesIslands = new Set(['pr', 'vi', 'gu', 'as', 'mp', 'pw', 'fm', 'mh']);

/**
 * The territory of a country, postcode and region; the country itself if neither of the two identifies one.
 *
 * @param region folded, such as `pr`.
 */
export function territoryOf(country: string, postcode: string, region: string): Territory {
  if (country === 'FR' && /^9[78]\d{3}$/.test(postcode)) {
    return { country: frenchOverseas[postcode.slice(0, 3)] ?? country };
  }
  if (country === 'US' && unitedStatesIslands.has(region)) return { country: region.toUpperCase() };
  const zone = iberianZone(country, postcode);
  return zone === undefined ? { country } : { country, zone };
}

/** Correos: 35 Las Palmas, 38 Tenerife. CTT: 9000–9499 Madeira, 9500–9999 Azores. */
function iberianZone(country: string, postcode: string): string | undefined {
  if (country === 'ES' && /^\d{5}$/.test(postcode)) {
    return /^3[58]/.test(postcode) ? 'Atlantic/Canary' : 'Europe/Madrid';
  }
  if (country === 'PT' && /^\d{4}(-?\d{3})?$/.test(postcode)) {
    if (/^9[5-9]/.test(postcode)) return 'Atlantic/Azores';
    return postcode.startsWith('9') ? 'Atlantic/Madeira' : 'Europe/Lisbon';
  }
  return undefined;
}
