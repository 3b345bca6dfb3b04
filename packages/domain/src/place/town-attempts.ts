import { formsOf, type PartForm } from './part-forms.ts';
import type { PlaceSources } from './place-sources.ts';
import type { PlaceReading } from './read-place.ts';

/** One name to look for, and what must or should surround it. */
export interface TownAttempt {
  /** Folded. */
  name: string;
  /** The town must lie in one of these when any is given. */
  regions: readonly string[];
  /** Folded words of the same text that may name a district or a neighbour. */
  hints: readonly string[];
  /** Whether a hint must come true. */
  isStrict: boolean;
}

/**
 * The names to try, in order. "Kollur, Medak, Telangana": first each part inside what follows it, then each part alone from
 * the end, because the last part of an address is the town ("Oderweg 2, Amsterdam"). Looking inside the named
 * surroundings first keeps a namesake 900 km away from winning.
 */
export function townAttempts(reading: PlaceReading, sources: PlaceSources): TownAttempt[] {
  const isRegion = (key: string): boolean => isRegionIn(key, reading.country, sources);
  const parts = reading.parts.map((part) => formsOf(part, isRegion)).filter((forms) => forms.length > 0);
  const given = reading.regions.filter(isRegion);
  const attemptsAt = (at: number, isStrict: boolean): TownAttempt[] => {
    const later = parts.slice(at + 1).flatMap((forms) => forms.slice(0, 1).map((form) => form.name));
    const hints = [...later, ...reading.regions].filter((word) => !isRegion(word));
    const around = given.length > 0 ? given : later.filter(isRegion);
    const inner = (form: PartForm): readonly string[] =>
      given.length === 0 && form.region !== undefined ? [form.region] : around;
    const forms = (parts[at] ?? []).filter((form) => !isStrict || form.isNumbered !== true);
    return forms.map((form) => ({ name: form.name, regions: inner(form), hints, isStrict }));
  };
  const order = [...parts.keys()];
  return [
    ...order.slice(0, -1).flatMap((at) => attemptsAt(at, true)),
    ...order.reverse().flatMap((at) => attemptsAt(at, false)),
  ];
}

export function isRegionIn(key: string, country: string | undefined, sources: PlaceSources): boolean {
  const countries = sources.countriesOfRegion(key);
  return country === undefined ? countries.length > 0 : countries.includes(country);
}
