import { distanceKm } from '@milepost/domain';
import type { Dialect } from '../dialect.ts';
import { chance, pick, type Random } from '../random.ts';
import { type Town, towns } from './towns.ts';

/** From where to where, and the sorting towns between, in order; at least two. */
export interface Lane {
  origin: Town;
  destination: Town;
  hubs: readonly Town[];
  /** The first hub on the far side of a customs border; null inside a country or a customs union. */
  customsAt: Town | null;
}

/** A local lane ends in the town in which it begins. */
export type LaneKind = 'local' | 'domestic' | 'abroad';

/** Members of the EU customs union among our towns. */
const customsUnion: ReadonlySet<string> = new Set(['NL', 'BE', 'DE', 'FR', 'ES', 'IT', 'PL', 'AT']);

/** Where a carrier may carry to from one town. */
export interface Departures {
  origin: Town;
  destinations: readonly Town[];
  /** Those of the destinations that lie behind a customs border. */
  behindCustoms: readonly Town[];
}

/** Everything the carrier serves of one kind; empty when it serves nothing of it. */
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

/** Half of the parcels that go abroad cross a customs border, where the carrier serves any. */
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
  // Abroad the parcel leaves by the hub of its country that lies nearest to where it goes.
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
