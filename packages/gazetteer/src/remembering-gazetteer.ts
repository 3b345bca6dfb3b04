import { type Gazetteer, lookUpPlace, type Place, type PlaceSources, type PlaceText } from '@milepost/domain';

/** Twice as many are kept at most. */
const textsPerGeneration = 10_000;

/**
 * Remembers the texts looked up last: a carrier's events name few places. Two generations stand in for a list ordered by
 * use, because reordering a large Map at every hit costs more than most look-ups: when the young one is full it becomes the
 * old one, and a text found there moves up again.
 *
 * Answers are shared between callers and therefore frozen. Texts with a point are looked up anew, because each
 * position of a vehicle is another one and would push the towns out.
 */
export class RememberingGazetteer implements Gazetteer {
  readonly #sources: PlaceSources;
  #young = new Map<string, Place | null>();
  #old: ReadonlyMap<string, Place | null> = new Map();

  constructor(sources: PlaceSources) {
    this.#sources = sources;
  }

  find(text: PlaceText): Place | null {
    if (text.point !== undefined) return lookUpPlace(text, this.#sources);
    const key = keyOf(text);
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    const place = old === undefined ? frozen(lookUpPlace(text, this.#sources)) : old;
    this.#keep(key, place);
    return place;
  }

  #keep(key: string, place: Place | null): void {
    if (this.#young.size >= textsPerGeneration) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, place);
  }
}

function frozen(place: Place | null): Place | null {
  if (place?.point !== undefined) Object.freeze(place.point);
  return place === null ? null : Object.freeze(place);
}

/** Members are parted by a character that no place name carries, so that two texts never share a key. */
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
