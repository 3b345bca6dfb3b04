import { formsOf, type PartForm } from './part-forms.ts';
import type { PlaceSources } from './place-sources.ts';
import type { PlaceReading } from './read-place.ts';

/** One name to look up, and the region or hints that narrow the search. */
export interface TownAttempt {
  /** Folded. */
  name: string;
  /** If not empty, the town must lie in one of these. */
  regions: readonly string[];
  /** Folded words of the same text that may name a district or a nearby town. */
  hints: readonly string[];
  /** Whether at least one hint must match. */
  isStrict: boolean;
}

/**
 * The names to try, in order. For "Kollur, Medak, Telangana": first each part within the parts after it, then
 * each part alone, starting with the last, because the last part of an address is the town ("Oderweg 2,
 * Amsterdam"). Searching within the other parts first prevents a match with a town of the same name 900 km
 * away.
 */
export function townAttempts(reading: PlaceReading, sources: PlaceSources): TownAttempt[] {
  const isRegion = (key: string): boolean => isRegionIn(key, reading.country, sources);
  const parts = reading.parts.map((part) => formsOf(part, isRegion)).filter((forms) => forms.length > 0);
  const given = reading.regions.filter(isRegion);
  const attemptsAt = (at: number, isStrict: boolean): TownAttempt[] => {
    const later = parts.slice(at + 1).flatMap((forms) => forms.slice(0, 1).map((form) => form.name));
    const hints = [...later, ...reading.regions].filter((word) => !isRegion(word));
    const regions = given.length > 0 ? given : later.filter(isRegion);
    const regionsOf = (form: PartForm): readonly string[] =>
      given.length === 0 && form.region !== undefined ? [form.region] : regions;
    const forms = (parts[at] ?? []).filter((form) => !isStrict || form.isNumbered !== true);
    return forms.map((form) => ({ name: form.name, regions: regionsOf(form), hints, isStrict }));
  };
  const order = [...parts.keys()];
  return [
    ...order.slice(0, -1).flatMap((at) => attemptsAt(at, true)),
    ...order.reverse().flatMap((at) => attemptsAt(at, false)),
  ];
}

/** Whether a folded word names a region of the country, or of any country if none is given. */
export function isRegionIn(key: string, country: string | undefined, sources: PlaceSources): boolean {
  const countries = sources.countriesOfRegion(key);
  return country === undefined ? countries.length > 0 : countries.includes(country);
}
