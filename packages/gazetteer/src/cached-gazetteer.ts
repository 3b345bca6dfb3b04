import { type Gazetteer, lookUpPlace, type Place, type PlaceSources, type PlaceText } from '@milepost/domain';
import { LRUCache } from 'lru-cache';

const textsMax = 20_000;

/**
 * Caches the texts looked up last: a carrier's events name few places. Results are shared between callers
 * and therefore frozen. Texts with a point are not cached, because each position of a vehicle is different
 * and would displace the towns.
 */
export class CachedGazetteer implements Gazetteer {
  readonly #sources: PlaceSources;
  readonly #places = new LRUCache<string, { place: Place | null }>({ max: textsMax });

  constructor(sources: PlaceSources) {
    this.#sources = sources;
  }

  find(text: PlaceText): Place | null {
    if (text.point !== undefined) return lookUpPlace(text, this.#sources);
    const key = keyOf(text);
    const cached = this.#places.get(key);
    if (cached !== undefined) return cached.place;
    const place = frozen(lookUpPlace(text, this.#sources));
    this.#places.set(key, { place });
    return place;
  }
}

function frozen(place: Place | null): Place | null {
  if (place?.point !== undefined) Object.freeze(place.point);
  return place === null ? null : Object.freeze(place);
}

/** The separator occurs in no place name, so two different texts never have the same key. */
function keyOf(text: PlaceText): string {
  const {
    name = '',
    street = '',
    postcode = '',
    region = '',
    country = '',
    code = '',
    codeSystem = '',
  } = text;
  return `${name}\0${street}\0${postcode}\0${region}\0${country}\0${code}\0${codeSystem}`;
}
