import { distanceKm } from '@milepost/domain';
import type { Dialect } from '../dialect.ts';
import { chance, pick, type Random } from '../random.ts';
import { type Town, towns } from './towns.ts';

/** Origin, destination and at least two hubs between them, in order. */
export interface Lane {
  origin: Town;
  destination: Town;
  hubs: readonly Town[];
  /** The first hub behind a customs border; null within a country or a customs union. */
  customsAt: Town | null;
}

/** A local lane ends in the town in which it starts. */
export type LaneKind = 'local' | 'domestic' | 'abroad';

/** Members of the EU customs union among the simulated countries. */
const customsUnion: ReadonlySet<string> = new Set(['NL', 'BE', 'DE', 'FR', 'ES', 'IT', 'PL', 'AT']);

/** The destinations that a carrier serves from one town. */
export interface Departures {
  origin: Town;
  destinations: readonly Town[];
  /** The destinations behind a customs border. */
  behindCustoms: readonly Town[];
}

/** All departures of one kind that the carrier serves; may be empty. */
export function departuresOf(dialect: Dialect, kind: LaneKind): Departures[] {
  const isServed = (origin: Town, town: Town): boolean => {
    if (kind === 'local' || town === origin) return kind === 'local' && town === origin;
    return (town.country === origin.country) === (kind === 'domestic');
  };
  const all = customerTowns(dialect.collectsIn).map((origin) => {
    const destinations = customerTowns(dialect.deliversIn).filter((town) => isServed(origin, town));
    return { origin, destinations, behindCustoms: destinations.filter((town) => hasCustoms(origin, town)) };
  });
  return all.filter(({ destinations }) => destinations.length > 0);
}

/** Half of the parcels that go abroad cross a customs border, if the carrier serves any. */
export function chooseLane(departures: readonly Departures[], random: Random): Lane {
  const { origin, destinations, behindCustoms } = pick(random, departures);
  const narrowed = behindCustoms.length > 0 && chance(random, 0.5) ? behindCustoms : destinations;
  return laneBetween(origin, pick(random, narrowed));
}

function laneBetween(origin: Town, destination: Town): Lane {
  const [first, ...otherFirst] = hubsNear(origin);
  const last = hubsNear(destination).find((hub) => hub !== first);
  if (first === undefined || last === undefined) throw new RangeError('Every country must have two hubs.');
  const hubs = [first, last];
  // A parcel leaves the country by the hub nearest to its destination.
  const gateway = otherFirst.find((hub) => distanceTo(hub, last) < distanceTo(first, last));
  if (origin.country !== destination.country && gateway) hubs.splice(1, 0, gateway);
  return { origin, destination, hubs, customsAt: hasCustoms(origin, destination) ? last : null };
}

function customerTowns(countries: readonly string[] | undefined): Town[] {
  return towns.filter((town) => !town.hub && (countries === undefined || countries.includes(town.country)));
}

function hubsNear(town: Town): Town[] {
  const hubs = towns.filter((hub) => hub.hub && hub.country === town.country);
  return hubs.sort((left, right) => distanceTo(left, town) - distanceTo(right, town));
}

function distanceTo(from: Town, to: Town): number {
  return distanceKm(from.point, to.point);
}

function hasCustoms(from: Town, to: Town): boolean {
  return from.country !== to.country && !(customsUnion.has(from.country) && customsUnion.has(to.country));
}
