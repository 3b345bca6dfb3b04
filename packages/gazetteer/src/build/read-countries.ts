import { foldName } from '@milepost/domain';
import { readSourceJson } from './source-files.ts';
import { memberOf, rowsOf } from './source-row.ts';

/** When a name means different countries in two languages, the earlier language takes precedence. */
const languages = ['en', 'de', 'fr', 'nl', 'es', 'it', 'pt', 'pl', 'da', 'sv', 'nb', 'fi', 'cs', 'ro', 'hu'];

/** Names that carriers use and the list does not contain. */
const moreNames: Readonly<Record<string, string>> = {
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  uk: 'GB',
  el: 'GR',
  holland: 'NL',
  korea: 'KR',
  'korea south': 'KR',
  'korea republic of south k': 'KR',
  'hong kong sar': 'HK',
  'hong kong sar china': 'HK',
  'macau sar': 'MO',
  'taiwan china': 'TW',
  turkiye: 'TR',
  xkx: 'XK',
};

/** Folded names in the languages above, alpha-2 and alpha-3 codes, to alpha-2. */
export function readCountries(): Record<string, string> {
  const countries = new Map<string, string>(Object.entries(moreNames));
  const add = (name: string, code: string): void => {
    const key = foldName(name);
    if (key !== '' && !countries.has(key)) countries.set(key, code);
  };
  for (const [alpha2, alpha3] of rowsOf(readSourceJson('i18n-iso-countries/codes.json')).map(rowsOf)) {
    if (typeof alpha2 !== 'string' || typeof alpha3 !== 'string') continue;
    add(alpha2, alpha2);
    add(alpha3, alpha2);
  }
  add('XK', 'XK');
  for (const language of languages) {
    const names = memberOf(readSourceJson(`i18n-iso-countries/langs/${language}.json`), 'countries');
    if (typeof names !== 'object' || names === null) continue;
    for (const [code, value] of Object.entries(names)) {
      for (const name of Array.isArray(value) ? value : [value]) add(String(name), code);
    }
  }
  return Object.fromEntries(countries);
}
