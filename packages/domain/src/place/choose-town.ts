import { distanceKm } from './distance.ts';
import type { GeoPoint } from './place.ts';
import type { Town } from './place-sources.ts';

/** What a set of namesakes lets us say. Only what every likely one of them agrees on is said. */
export interface TownChoice {
  country?: string;
  zone?: string;
  point?: GeoPoint;
  radiusKm?: number;
}

/** A namesake this many times smaller than the largest is not what a label without region means. */
const rivalRatio = 10;
/** Where not even a country was given the name is that of a city; only its larger namesakes cast doubt on it. */
const rivalRatioWorldwide = 50;
/** Beyond this the middle of a circle says nothing; the zone and country may still stand. */
const spreadKmMax = 150;
/** GeoNames lists places from about 500 people on; an unknown population counts as this. */
const populationAssumed = 500;
/** A name with neither country nor region is believed only for cities: "Roma" is no village in Queensland. */
const populationWithoutCountryMin = 100_000;

/** From here on a name means the city even where nothing but the country was given: "Houston, US". */
const populationUnmistakableMin = 500_000;

/** What narrowed the search: a region or neighbour, only a country, or nothing. */
export type Breadth = 'region' | 'country' | 'world';

const peopleOf = (town: Town): number => town.population || populationAssumed;

/**
 * The largest town wins; others of comparable size are rivals, and the radius grows until it covers them. Where only a
 * country narrowed the search every namesake counts against the zone and the country, however small: of the post towns of the
 * United States one in fifteen would else be given the zone of a larger namesake. Where the zone is in doubt the point is too.
 *
 * @param options.zone a zone known from elsewhere (a postcode): towns outside it are no candidates.
 */
export function chooseTown(
  towns: readonly Town[],
  options: { breadth: Breadth; zone?: string | undefined },
): TownChoice | null {
  const { breadth, zone } = options;
  const candidates = zone === undefined ? towns : towns.filter((town) => town.zone === zone);
  const winner = largestOf(candidates);
  if (winner === null) return null;
  const people = peopleOf(winner);
  if (breadth === 'world' && people < populationWithoutCountryMin) return null;
  const withinRatio = (ratio: number): Town[] =>
    candidates.filter((town) => peopleOf(town) * ratio >= people);
  const rivals = withinRatio(rivalRatio);
  const doubters = withinRatio(doubtRatio(breadth, people));
  const choice: TownChoice = {};
  if (doubters.every((town) => town.country === winner.country)) choice.country = winner.country;
  if (doubters.every((town) => town.zone === winner.zone)) Object.assign(choice, spotOf(winner, rivals));
  return choice.country === undefined && choice.point === undefined ? null : choice;
}

function doubtRatio(breadth: Breadth, people: number): number {
  if (breadth === 'region' || people >= populationUnmistakableMin) return rivalRatio;
  return breadth === 'world' ? rivalRatioWorldwide : Number.POSITIVE_INFINITY;
}

function spotOf(winner: Town, rivals: readonly Town[]): TownChoice {
  const zone = winner.zone === undefined ? {} : { zone: winner.zone };
  const spreadKm = Math.max(...rivals.map((town) => distanceKm(winner.point, town.point)));
  if (spreadKm > spreadKmMax) return zone;
  return { ...zone, point: winner.point, radiusKm: Math.ceil(Math.max(townRadiusKm(winner), spreadKm)) };
}

function largestOf(towns: readonly Town[]): Town | null {
  let largest: Town | null = null;
  for (const town of towns) {
    if (largest === null || peopleOf(town) > peopleOf(largest)) largest = town;
  }
  return largest;
}

/** A disc of 3,000 people per square kilometre, at least 3 km: a facility stands at the edge of its town, not in its middle. */
function townRadiusKm(town: Town): number {
  return Math.max(3, Math.sqrt(peopleOf(town) / (3000 * Math.PI)));
}
