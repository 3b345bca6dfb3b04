import { foldName } from './fold-name.ts';
import type { PlaceText } from './place.ts';
import type { PlaceSources } from './place-sources.ts';

type Vocabulary = Pick<PlaceSources, 'countryNamed' | 'countriesOfRegion'>;

/** One interpretation of the text of a place. */
export interface PlaceReading {
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** Folded names or codes of a state or province; a town must lie in one of them. */
  regions: string[];
  /** The parts of the name, not folded, because capitals mark codes. */
  parts: string[];
  /** Upper case; empty if unknown. */
  postcode: string;
}

/** Place names are short; the limit keeps hostile input cheap. */
const nameLengthMax = 200;
const unitedStatesZip = /^\d{5}(?:-\d{4})?$/;
const canadianPostcode = /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i;
const postcodeInName = /(?<=[\s,-])(\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?=$|[\s,])/i;

/**
 * The interpretations of a text: one, or two if its last part is both a country and a region ("San Francisco,
 * CA": California or Canada). The look-up tries both and the towns found decide.
 */
export function readPlace(text: PlaceText, vocabulary: Vocabulary): PlaceReading[] {
  const name = (text.name ?? '').slice(0, nameLengthMax);
  const given = givenRegion(text, vocabulary);
  const parts = partsOf(name);
  const postcode = (text.postcode ?? postcodeInName.exec(name)?.[1] ?? '').trim().toUpperCase();
  const reading: PlaceReading = { regions: given.region === '' ? [] : [given.region], parts, postcode };
  if (given.country !== undefined) reading.country = given.country;
  return readTail(reading, vocabulary);
}

/** The country of a postcode, if its format identifies it. Five digits are used by too many countries. */
export function countryOfPostcode(postcode: string): string | undefined {
  return canadianPostcode.test(postcode) ? 'CA' : undefined;
}

/** The key of a postcode in the place data, or null. Canadian data has only the first three characters. */
export function postcodeKey(country: string, postcode: string): string | null {
  if (country === 'US' && unitedStatesZip.test(postcode)) return `US${postcode.slice(0, 5)}`;
  if (country === 'CA' && /^[A-Z]\d[A-Z]/.test(postcode)) return `CA${postcode.slice(0, 3)}`;
  return null;
}

function givenRegion(text: PlaceText, vocabulary: Vocabulary): { country?: string; region: string } {
  const country = countryGiven(text.country, vocabulary);
  const [, prefix, code] = /^([A-Z]{2})-([A-Z0-9]{1,3})$/.exec(text.region?.trim() ?? '') ?? [];
  if (prefix !== undefined && code !== undefined && (country ?? prefix) === prefix) {
    return { country: prefix, region: foldName(code) };
  }
  const region = foldName(text.region ?? '');
  return country === undefined ? { region } : { country, region };
}

function countryGiven(country: string | undefined, vocabulary: Vocabulary): string | undefined {
  if (country === undefined) return undefined;
  return vocabulary.countryNamed(foldName(country)) ?? undefined;
}

/**
 * "ROTTERDAM - NETHERLANDS, THE" has two parts: "the" and plain numbers are dropped. OT marks a German
 * district.
 */
function partsOf(name: string): string[] {
  const pieces = name
    .split(/[,;|()]|\s[-–]\s|\s{3,}|\s(?:OT|GT|Ortsteil)\s/)
    .map((piece) => piece.replace(postcodeInName, '').trim());
  return pieces.filter((piece) => /\p{L}/u.test(piece) && foldName(piece) !== 'the');
}

function readTail(reading: PlaceReading, vocabulary: Vocabulary): PlaceReading[] {
  const tail = countryTail(reading.parts, vocabulary);
  if (tail === null) return [reading];
  const { country, isRegionElsewhere } = tail;
  const before = { ...reading, parts: reading.parts.slice(0, -tail.length) };
  const isAlone = before.parts.length === 0;
  if (reading.country !== undefined) return [!isAlone && country === reading.country ? before : reading];
  // "Georgia" alone may be the country or the state. A guess could give a wrong zone.
  if (isAlone) return [isRegionElsewhere ? reading : { ...reading, country }];
  return isRegionElsewhere ? [{ ...before, country }, reading] : [{ ...before, country }];
}

interface CountryTail {
  country: string;
  /** How many parts the name has: two for "KOREA, REPUBLIC OF". */
  length: number;
  /** Whether a state or province of another country has the same name. */
  isRegionElsewhere: boolean;
}

const tailLengthMax = 3;

function countryTail(parts: readonly string[], vocabulary: Vocabulary): CountryTail | null {
  for (let length = Math.min(tailLengthMax, parts.length); length > 0; length -= 1) {
    const words = parts.slice(-length).join(' ');
    const country = countryOfWords(words, vocabulary);
    if (country === null) continue;
    const regionOf = vocabulary.countriesOfRegion(foldName(words));
    return { country, length, isRegionElsewhere: regionOf.some((other) => other !== country) };
  }
  return null;
}

/** Names match in any case, codes only in capitals. "US-60199" contains the country too. */
function countryOfWords(text: string, vocabulary: Vocabulary): string | null {
  const [, prefix] = /^([A-Z]{2})-\d{4,}$/.exec(text) ?? [];
  const words = prefix ?? text;
  if (words.length <= 3 && words !== words.toUpperCase()) return null;
  return vocabulary.countryNamed(foldName(words));
}
