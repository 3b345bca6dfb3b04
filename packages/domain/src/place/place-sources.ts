import type { GeoPoint } from './place.ts';

/** A town as the data knows it. `regions` are folded words: names and codes of the state, province and district it lies in. */
export interface Town {
  country: string;
  regions: readonly string[];
  point: GeoPoint;
  /** 0 when unknown. */
  population: number;
  zone?: string;
}

/** A place that has a code of its own: an airport, a port, a postcode area. */
export interface CodedPlace {
  name: string;
  country: string;
  region?: string;
  /** Folded words for the region, as in `Town`; empty when unknown. */
  regions: readonly string[];
  point: GeoPoint;
  radiusKm: number;
  zone?: string;
}

/**
 * The data a look-up needs, handed in from the edge. All `key`s are folded by `foldName`; countries are alpha-2 upper case.
 * Answers are stable: the same question gives the same answer in the same order.
 */
export interface PlaceSources {
  townsNamed(key: string, country?: string): readonly Town[];
  /** `code` is `NLRTM` for a port, `LEJ` for an airport, country and code (`US10118`, `CAK1A`) for a postcode. */
  coded(system: 'unlocode' | 'iata' | 'postcode', code: string): CodedPlace | null;
  /** From a name in any language we carry, an alpha-2 or an alpha-3 code. */
  countryNamed(key: string): string | null;
  /** Countries that have a state or province of this name or code. */
  countriesOfRegion(key: string): readonly string[];
  /** The zone of a country or region that has exactly one in practice, else null. */
  zoneOf(country: string, region?: string): string | null;
  zoneAt(point: GeoPoint, country?: string): string | null;
}
