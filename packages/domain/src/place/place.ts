/** WGS 84 degrees. */
export interface GeoPoint {
  lat: number;
  lon: number;
}

/**
 * A place as a message describes it. Every member is optional and verbatim; `country` may be a code or a
 * name.
 */
export interface PlaceText {
  name?: string;
  street?: string;
  postcode?: string;
  region?: string;
  country?: string;
  code?: string;
  codeSystem?: 'unlocode' | 'iata' | 'facility';
  point?: GeoPoint;
}

/**
 * A place as it is stored: the given text and the result of the offline look-up. `country` is an upper-case
 * ISO 3166-1 alpha-2 code here.
 *
 * - `zone`: an IANA zone, only if every interpretation of the text agrees on it;
 * - `radiusKm`: the place is within this distance of `point`; a place may have a zone and no point;
 * - `matchedBy`: what identified the place; `country` includes a region of it (`US-WA`).
 */
export interface Place extends PlaceText {
  zone?: string;
  radiusKm?: number;
  matchedBy?: 'point' | 'unlocode' | 'iata' | 'postcode' | 'town' | 'country';
}

/** Offline place look-up, passed in by the caller. Never throws; null if nothing is known. Deterministic. */
export interface Gazetteer {
  find(text: PlaceText): Place | null;
}
