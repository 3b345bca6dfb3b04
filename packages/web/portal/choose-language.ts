import { isLanguageCode, type LanguageCode } from './languages.ts';

const headerLengthMax = 500;

/**
 * The language of the URL, else the first supported language of the browser, else that of the brand, else
 * English.
 */
export function chooseLanguage(
  wanted: string | undefined,
  acceptLanguage: string | undefined,
  fallback: string | null,
): LanguageCode {
  for (const tag of [wanted ?? '', ...byPreference(acceptLanguage), fallback ?? '']) {
    const language = tag.split('-', 1)[0]?.toLowerCase() ?? '';
    if (isLanguageCode(language)) return language;
  }
  return 'en';
}

/**
 * The tags of an `Accept-Language` header (RFC 9110, 12.5.4), most preferred first, without those with `q=0`.
 */
function byPreference(header: string | undefined): string[] {
  const ranges = (header ?? '').slice(0, headerLengthMax).split(',').map(readRange);
  return ranges
    .filter(({ quality }) => quality > 0)
    .toSorted((left, right) => right.quality - left.quality)
    .map(({ tag }) => tag);
}

function readRange(text: string): { tag: string; quality: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim());
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = given === undefined ? 1 : Number.parseFloat(given.slice(2));
  return { tag, quality: Number.isNaN(quality) ? 0 : quality };
}
