import { distanceKm } from './distance.ts';
import type { GeoPoint } from './place.ts';
import type { Town } from './place-sources.ts';

/** What is known about a name that several towns share. Holds only what all likely candidates agree on. */
export interface TownChoice {
  country?: string;
  zone?: string;
  point?: GeoPoint;
  radiusKm?: number;
}

/** A town this many times smaller than the largest of the same name is ignored if a region was given. */
const rivalRatio = 10;
/** The same ratio if neither region nor country was given: such a name is usually that of a city. */
const rivalRatioWorldwide = 50;
/** If the candidates are farther apart, no point is returned; zone and country may still be known. */
const spreadKmMax = 150;
/** GeoNames lists places with about 500 or more inhabitants; used if the population is unknown. */
const populationAssumed = 500;
/** A name with neither country nor region matches only cities: "Roma" is not the town in Queensland. */
const populationWithoutCountryMin = 100_000;

/** From this size on, a name with only a country means the city: "Houston, US". */
const populationUnmistakableMin = 500_000;

/** What narrowed the search: a region or a nearby town, only a country, or nothing. */
export type Breadth = 'region' | 'country' | 'world';

const populationOf = (town: Town): number => town.population || populationAssumed;

/**
 * The largest town wins. Other towns of comparable size are rivals, and the radius grows until it covers
 * them. If only a country narrowed the search, every town of that name counts when zone and country are
 * decided, however small: otherwise one in fifteen post towns of the United States would get the zone of a
 * larger town of the same name. If the zone is in doubt, no point is returned either.
 *
 * @param options.zone a zone known from elsewhere (a postcode): towns outside it are not considered.
 */
export function chooseTown(
  towns: readonly Town[],
  options: { breadth: Breadth; zone?: string | undefined },
): TownChoice | null {
  const { breadth, zone } = options;
  const candidates = zone === undefined ? towns : towns.filter((town) => town.zone === zone);
  const winner = largestOf(candidates);
  if (winner === null) return null;
  const population = populationOf(winner);
  if (breadth === 'world' && population < populationWithoutCountryMin) return null;
  const withinRatio = (ratio: number): Town[] =>
    candidates.filter((town) => populationOf(town) * ratio >= population);
  const rivals = withinRatio(rivalRatio);
  const alternatives = withinRatio(alternativeRatio(breadth, population));
  const choice: TownChoice = {};
  if (alternatives.every((town) => town.country === winner.country)) choice.country = winner.country;
  if (alternatives.every((town) => town.zone === winner.zone))
    Object.assign(choice, positionOf(winner, rivals));
  return choice.country === undefined && choice.point === undefined ? null : choice;
}

function alternativeRatio(breadth: Breadth, population: number): number {
  if (breadth === 'region' || population >= populationUnmistakableMin) return rivalRatio;
  return breadth === 'world' ? rivalRatioWorldwide : Number.POSITIVE_INFINITY;
}

function positionOf(winner: Town, rivals: readonly Town[]): TownChoice {
  const zone = winner.zone === undefined ? {} : { zone: winner.zone };
  const spreadKm = Math.max(...rivals.map((town) => distanceKm(winner.point, town.point)));
  if (spreadKm > spreadKmMax) return zone;
  return { ...zone, point: winner.point, radiusKm: Math.ceil(Math.max(townRadiusKm(winner), spreadKm)) };
}

function largestOf(towns: readonly Town[]): Town | null {
  let largest: Town | null = null;
  for (const town of towns) {
    if (largest === null || populationOf(town) > populationOf(largest)) largest = town;
  }
  return largest;
}

/**
 * Radius of a disc with 3,000 inhabitants per square kilometre, at least 3 km: facilities are usually at the
 * edge of a town, not in its centre.
 */
function townRadiusKm(town: Town): number {
  return Math.max(3, Math.sqrt(populationOf(town) / (3000 * Math.PI)));
}
