import type { RegionDirectory } from '../place-directory.ts';
import type { CountryZones } from './country-zones.ts';
import type { RegionWords } from './read-regions.ts';

/** For each region name its countries, and its zone if all its towns share one clock, otherwise empty. */
export function regionDirectory(
  towns: readonly { admin1: string; zone: string }[],
  admin1: RegionWords,
  zones: CountryZones,
): RegionDirectory {
  const zoneOf = new Map<string, string>();
  for (const { admin1: key, zone } of towns) {
    const known = zoneOf.get(key);
    if (known === undefined) zoneOf.set(key, zone);
    else if (known !== '' && (zone === '' || !zones.isSameClock(known, zone))) zoneOf.set(key, '');
  }
  const directory: Record<string, Record<string, string>> = {};
  for (const [key, words] of admin1) {
    const country = key.slice(0, 2);
    for (const word of words) {
      directory[word] ??= {};
      directory[word][country] = zoneOf.get(key) ?? '';
    }
  }
  return directory;
}
