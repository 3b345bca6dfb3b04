import { type Breadth, chooseTown, type TownChoice } from './choose-town.ts';
import { distanceKm, isPlausiblePoint } from './distance.ts';
import { foldName } from './fold-name.ts';
import type { Place, PlaceText } from './place.ts';
import type { CodedPlace, PlaceSources, Town } from './place-sources.ts';
import { countryOfPostcode, type PlaceReading, postcodeKey, readPlace } from './read-place.ts';
import { type Territory, territoryOf } from './territory.ts';
import { isRegionIn, type TownAttempt, townAttempts } from './town-attempts.ts';

/** The result of one matching method; absent members are unknown. */
type Match = TownChoice & { name?: string; region?: string; matchedBy: NonNullable<Place['matchedBy']> };

/** Towns of one name, and what narrowed the search for them. */
interface TownsFound {
  towns: readonly Town[];
  breadth: Breadth;
}

/** A hint that is itself a town matches within this distance: "Bernau OT Schönow". */
const nearbyTownKmMax = 30;
/**
 * The last three letters of a UN/LOCODE are usually the airport's code too. If a town of the given name is
 * farther away than this, the airport is a different place.
 */
const airportTownKmMax = 100;

/**
 * Finds a place by the most specific data given: point, UN/LOCODE, airport code, postcode, town, country.
 * Null if nothing is known. Ambiguous members are left out, above all the zone. Never throws.
 */
export function lookUpPlace(text: PlaceText, sources: PlaceSources): Place | null {
  const readings = readPlace(text, sources);
  const [first] = readings;
  const country = readings.length === 1 ? first?.country : undefined;
  const words = matchCode(text, readings, sources) ?? matchWords(readings, sources);
  const match = matchPoint(text, words?.country ?? country, sources) ?? words;
  if (match === null) return null;
  const zone = match.zone ?? (match.matchedBy === 'point' ? words?.zone : undefined);
  return placeOf(text, { ...match, ...(zone !== undefined && { zone }) }, country);
}

function placeOf(text: PlaceText, match: Match, country: string | undefined): Place {
  const { country: _given, ...given } = text;
  const place: Place = { ...given, matchedBy: match.matchedBy };
  const known = country ?? match.country;
  if (known !== undefined) place.country = known;
  if (place.name === undefined && match.name !== undefined) place.name = match.name;
  if (place.region === undefined && match.region !== undefined) place.region = match.region;
  if (match.point !== undefined) place.point = match.point;
  if (match.radiusKm !== undefined) place.radiusKm = match.radiusKm;
  if (match.zone !== undefined) place.zone = match.zone;
  return place;
}

function matchPoint(text: PlaceText, country: string | undefined, sources: PlaceSources): Match | null {
  if (text.point === undefined || !isPlausiblePoint(text.point)) return null;
  const zone = sources.zoneAt(text.point, country);
  return {
    matchedBy: 'point',
    point: text.point,
    ...(zone !== null && { zone }),
    ...(country !== undefined && { country }),
  };
}

function matchCode(text: PlaceText, readings: PlaceReading[], sources: PlaceSources): Match | null {
  const code = text.code?.trim().toUpperCase().replace(' ', '') ?? '';
  const country = readings[0]?.country;
  if (text.codeSystem === 'unlocode') return matchUnlocode(code, readings, sources);
  if (text.codeSystem !== 'iata') return null;
  const airport = sources.coded('iata', code);
  // Carriers also use three-letter codes of their own. An airport in another country is a false match.
  if (airport === null || (country !== undefined && country !== airport.country)) return null;
  return { ...codedChoice(airport), matchedBy: 'iata' };
}

function matchUnlocode(code: string, readings: PlaceReading[], sources: PlaceSources): Match | null {
  const port = sources.coded('unlocode', code);
  if (port !== null) return { ...codedChoice(port), matchedBy: 'unlocode' };
  const country = /^[A-Z]{2}[A-Z2-9]{3}$/.test(code)
    ? sources.countryNamed(foldName(code.slice(0, 2)))
    : null;
  if (country === null) return null;
  const inside = readings.map((reading) => ({ ...reading, country }));
  const town = matchTown(inside, sources);
  const airport = sources.coded('iata', code.slice(2));
  const isNear =
    airport?.country === country &&
    (town?.point === undefined || distanceKm(town.point, airport.point) <= airportTownKmMax);
  if (airport !== null && isNear) return { ...codedChoice(airport), matchedBy: 'unlocode' };
  return town ?? matchWords(inside, sources);
}

function codedChoice(coded: CodedPlace): TownChoice & { name: string; region?: string } {
  const { name, country, region, point, radiusKm, zone } = coded;
  return {
    name,
    country,
    point,
    radiusKm,
    ...(region !== undefined && { region }),
    ...(zone !== undefined && { zone }),
  };
}

function matchWords(readings: PlaceReading[], sources: PlaceSources): Match | null {
  for (const reading of readings) {
    const match = matchPostcode(reading, sources);
    if (match !== null) return match;
  }
  const [only] = readings;
  return matchTown(readings, sources) ?? (readings.length === 1 && only ? matchCountry(only, sources) : null);
}

function matchPostcode(reading: PlaceReading, sources: PlaceSources): Match | null {
  const country =
    reading.country ?? countryOfPostcode(reading.postcode) ?? countryOfUniqueRegion(reading, sources);
  const key = country === undefined ? null : postcodeKey(country, reading.postcode);
  const area = key === null ? null : sources.coded('postcode', key);
  if (area === null) return null;
  const regions = regionsOf(reading, sources);
  // One of the two is mistyped. Town and state are more reliable than the postcode.
  const isContradicted =
    regions.length > 0 && area.regions.length > 0 && !regions.some((region) => area.regions.includes(region));
  return isContradicted ? null : { ...codedChoice(area), matchedBy: 'postcode' };
}

/** "SAN RAFAEL, CA 94901": a state followed by a ZIP code identifies the country. */
function countryOfUniqueRegion(reading: PlaceReading, sources: PlaceSources): string | undefined {
  const countries = regionsOf(reading, sources).flatMap((region) => sources.countriesOfRegion(region));
  return countries.includes('US') ? 'US' : undefined;
}

function regionsOf(reading: PlaceReading, sources: PlaceSources): string[] {
  const words = [...reading.regions, ...reading.parts.slice(1).map(foldName)];
  return words.filter((word) => isRegionIn(word, reading.country, sources));
}

function matchTown(readings: PlaceReading[], sources: PlaceSources): Match | null {
  const found: TownsFound[] = [];
  let zone: string | undefined;
  for (const reading of readings) {
    const territory = territoryOfReading(reading);
    zone = territory?.zone;
    found.push(townsOf(territory === null ? reading : { ...reading, country: territory.country }, sources));
  }
  const towns = found.flatMap((result) => result.towns);
  const breadth = widest(found.filter((result) => result.towns.length > 0).map((result) => result.breadth));
  const choice = chooseTown(towns, { breadth, zone });
  if (choice === null) return null;
  return { ...choice, matchedBy: choice.point === undefined ? 'country' : 'town' };
}

function widest(breadths: readonly Breadth[]): Breadth {
  if (breadths.includes('world')) return 'world';
  return breadths.includes('country') ? 'country' : 'region';
}

function territoryOfReading(reading: PlaceReading): Territory | null {
  if (reading.country === undefined) return null;
  return territoryOf(reading.country, reading.postcode, reading.regions[0] ?? '');
}

function townsOf(reading: PlaceReading, sources: PlaceSources): TownsFound {
  for (const attempt of townAttempts(reading, sources)) {
    const found = townsInside(attempt, reading.country, sources);
    if (found.towns.length > 0) return found;
  }
  return { towns: [], breadth: 'region' };
}

function townsInside(attempt: TownAttempt, country: string | undefined, sources: PlaceSources): TownsFound {
  const { name, regions, hints, isStrict } = attempt;
  const named = sources.townsNamed(name, country);
  const isWithin = (town: Town): boolean => regions.some((region) => town.regions.includes(region));
  const inside = regions.length === 0 ? named : named.filter(isWithin);
  const hinted = inside.filter((town) => hints.some((hint) => isIn(town, hint, sources)));
  if (hinted.length > 0) return { towns: hinted, breadth: country === undefined ? 'country' : 'region' };
  if (hints.length > 0 && isStrict) return { towns: [], breadth: 'region' };
  if (regions.length > 0) return { towns: inside, breadth: 'region' };
  return { towns: inside, breadth: country === undefined ? 'world' : 'country' };
}

function isIn(town: Town, hint: string, sources: PlaceSources): boolean {
  if (town.regions.includes(hint)) return true;
  return sources
    .townsNamed(hint, town.country)
    .some((nearby) => distanceKm(nearby.point, town.point) <= nearbyTownKmMax);
}

function matchCountry(reading: PlaceReading, sources: PlaceSources): Match | null {
  const territory = territoryOfReading(reading);
  if (territory === null) return null;
  const [region] = regionsOf(reading, sources);
  const zone =
    territory.zone ??
    sources.zoneOf(territory.country) ??
    (region === undefined ? null : sources.zoneOf(territory.country, region));
  return { matchedBy: 'country', country: territory.country, ...(zone !== null && { zone }) };
}
