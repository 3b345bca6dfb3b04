/** WGS 84 degrees. */
export interface GeoPoint {
  lat: number;
  lon: number;
}

/** What a message says about where; every member optional, as given by the sender. country is ISO 3166-1 alpha-2 upper case when known. */
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
 * A place as we hold it: the words given and what the offline look-up adds.
 *
 * - `zone`: an IANA zone, present only when no reading of the words contradicts it;
 * - `radiusKm`: the truth lies within this distance of `point`; a place may have a zone and no point;
 * - `matchedBy`: what decided; `country` also stands for a region of it (`US-WA`).
 */
export interface Place extends PlaceText {
  zone?: string;
  radiusKm?: number;
  matchedBy?: 'point' | 'unlocode' | 'iata' | 'postcode' | 'town' | 'country';
}

/** Offline look-up handed to the domain from the edge. Never throws; null when nothing is known. Deterministic. */
export interface Gazetteer {
  find(text: PlaceText): Place | null;
}
