import type { GeoPoint } from './place.ts';

/** A town of the place data. `regions` holds folded names and codes of its state, province and district. */
export interface Town {
  country: string;
  regions: readonly string[];
  point: GeoPoint;
  /** 0 when unknown. */
  population: number;
  zone?: string;
}

/** A place with a code: an airport, a port, a postcode area. */
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
 * The data that a look-up needs, passed in by the caller. Every `key` is folded by `foldName`; countries are
 * upper-case ISO 3166-1 alpha-2 codes. Results and their order are deterministic.
 */
export interface PlaceSources {
  townsNamed(key: string, country?: string): readonly Town[];
  /**
   * `code` is `NLRTM` for a port, `LEJ` for an airport, country and code (`US10118`, `CAK1A`) for a postcode.
   */
  coded(system: 'unlocode' | 'iata' | 'postcode', code: string): CodedPlace | null;
  /** Accepts a name in any supported language, an alpha-2 or an alpha-3 code. */
  countryNamed(key: string): string | null;
  /** Countries with a state or province of this name or code. */
  countriesOfRegion(key: string): readonly string[];
  /** The time zone of a country or region that has only one in practice, otherwise null. */
  zoneOf(country: string, region?: string): string | null;
  /** The time zone at a point; `country` selects the zone near a border. */
  zoneAt(point: GeoPoint, country?: string): string | null;
}
