import { spellingsOf } from '@milepost/domain';
import { type Column, packColumns } from '../packed-columns.ts';
import { inByteOrder, packTexts } from '../packed-texts.ts';
import { packDirectory } from '../place-directory.ts';
import { CountryZones } from './country-zones.ts';
import { readAirports, readPorts, readPostcodes, type SourceCodedPlace } from './read-coded-places.ts';
import { readCountries } from './read-countries.ts';
import { type RegionWords, readRegions, regionWordsByCode } from './read-regions.ts';
import { readTowns, type SourceTown } from './read-towns.ts';
import { regionDirectory } from './region-directory.ts';
import { TextPool } from './text-pool.ts';

/** Degrees are stored as integer hundred-thousandths, which is about a metre. */
const degreeParts = 100_000;

/**
 * Reads the packages and packs the look-up tables. It takes one or two seconds and some hundred megabytes, so
 * it does not run on the main thread.
 */
export async function buildTables(): Promise<Uint8Array<ArrayBuffer>> {
  const towns = readTowns();
  const zones = new CountryZones();
  for (const town of towns) zones.addAnchor(town.country, town.point);
  const zoned = towns.map((town) => ({ ...town, zone: zones.zoneAt(town.country, town.point) ?? '' }));
  const { admin1, admin2 } = readRegions();
  const pool = new TextPool();
  const shared = { admin1, admin2, pool, zones };
  const coded = [...(await readAirports()), ...readPorts(), ...readPostcodes()];
  const countries = readCountries();
  const codes = [...new Set(Object.values(countries))];
  const directory = {
    countries,
    countryZones: Object.fromEntries(codes.map((code) => [code, zones.singleZone(code) ?? ''])),
    zonesUsed: zonesUsed(zoned),
    regions: regionDirectory(zoned, admin1, zones),
  };
  return packColumns({
    ...packDirectory(directory),
    ...packNames(towns),
    ...packTowns(zoned, shared),
    ...packCoded(coded, shared),
    ...packTexts('pool', pool.texts),
  });
}

function zonesUsed(towns: readonly ZonedTown[]): Record<string, string[]> {
  const used = Map.groupBy(towns, (town) => town.country);
  return Object.fromEntries(
    Array.from(used, ([country, own]) => [country, [...new Set(own.map((town) => town.zone))]]),
  );
}

/** For each spelling its towns, the most populous first, which is the order of the input. */
function packNames(towns: readonly SourceTown[]): Record<string, Column> {
  const townsOfName = new Map<string, number[]>();
  for (const [at, town] of towns.entries()) {
    for (const key of new Set(town.names.flatMap(spellingsOf))) {
      const numbers = townsOfName.get(key);
      if (numbers === undefined) townsOfName.set(key, [at]);
      else numbers.push(at);
    }
  }
  const keys = inByteOrder(townsOfName.keys());
  const starts = new Uint32Array(keys.length + 1);
  const numbers = keys.flatMap((key, at) => {
    const own = townsOfName.get(key) ?? [];
    starts[at + 1] = (starts[at] ?? 0) + own.length;
    return own;
  });
  return { ...packTexts('name', keys), 'name.towns': Uint32Array.from(numbers), 'name.townStarts': starts };
}

/** Input of every table. */
interface Shared {
  admin1: RegionWords;
  admin2: RegionWords;
  pool: TextPool;
  zones: CountryZones;
}

type ZonedTown = SourceTown & { zone: string };

function packTowns(towns: readonly ZonedTown[], shared: Shared): Record<string, Column> {
  const { admin1, admin2, pool } = shared;
  const regionsOf = (town: ZonedTown): string =>
    [...(admin1.get(town.admin1) ?? []), ...(admin2.get(town.admin2) ?? [])].join('|');
  return {
    'town.country': Uint32Array.from(towns, (town) => pool.numberOf(town.country)),
    'town.regions': Uint32Array.from(towns, (town) => pool.numberOf(regionsOf(town))),
    'town.zone': Uint32Array.from(towns, (town) => pool.numberOf(town.zone)),
    'town.population': Uint32Array.from(towns, (town) => town.population),
    'town.lat': Int32Array.from(towns, (town) => Math.round(town.point.lat * degreeParts)),
    'town.lon': Int32Array.from(towns, (town) => Math.round(town.point.lon * degreeParts)),
  };
}

function packCoded(
  places: readonly SourceCodedPlace[],
  { admin1, pool, zones }: Shared,
): Record<string, Column> {
  const wordsOf = regionWordsByCode(admin1);
  const byKey = new Map(places.map((place) => [place.key, place]));
  const keys = inByteOrder(byKey.keys());
  const sorted = keys.flatMap((key) => byKey.get(key) ?? []);
  return {
    ...packTexts('code', keys),
    'coded.name': Uint32Array.from(sorted, (place) => pool.numberOf(place.name)),
    'coded.region': Uint32Array.from(sorted, (place) => pool.numberOf(place.region)),
    'coded.regions': Uint32Array.from(sorted, (place) =>
      pool.numberOf(wordsOf(place.country, place.region).join('|')),
    ),
    'coded.country': Uint32Array.from(sorted, (place) => pool.numberOf(place.country)),
    'coded.zone': Uint32Array.from(sorted, (place) =>
      pool.numberOf(zones.zoneAt(place.clockCountry, place.point) ?? ''),
    ),
    'coded.radiusKm': Uint16Array.from(sorted, (place) => place.radiusKm),
    'coded.lat': Int32Array.from(sorted, (place) => Math.round(place.point.lat * degreeParts)),
    'coded.lon': Int32Array.from(sorted, (place) => Math.round(place.point.lon * degreeParts)),
  };
}
