import type { CodedPlace, GeoPoint, PlaceSources, Town } from '@milepost/domain';
import findZoneAt from '@photostructure/tz-lookup';
import type { Column, PackedColumns } from './packed-columns.ts';
import { PackedTexts } from './packed-texts.ts';
import { type PlaceDirectory, readDirectory } from './place-directory.ts';

const degreeParts = 100_000;

/** The look-up data, read from the packed columns on demand. */
export class PackedSources implements PlaceSources {
  readonly #columns: PackedColumns;
  readonly #directory: PlaceDirectory;
  readonly #names: PackedTexts;
  readonly #codes: PackedTexts;
  readonly #pool: PackedTexts;
  readonly #labels = new Map<number, string>();
  /** All towns of a district share its region names, which are split once. */
  readonly #regionWords = new Map<number, readonly string[]>();

  constructor(columns: PackedColumns) {
    this.#columns = columns;
    this.#directory = readDirectory(columns);
    this.#names = new PackedTexts(columns, 'name');
    this.#codes = new PackedTexts(columns, 'code');
    this.#pool = new PackedTexts(columns, 'pool');
  }

  townsNamed(key: string, country?: string): readonly Town[] {
    const at = this.#names.indexOf(key);
    if (at < 0) return [];
    const starts = this.#columns.column('name.townStarts');
    const numbers = this.#columns.column('name.towns').subarray(starts[at], starts[at + 1]);
    const towns: Town[] = [];
    for (const number of numbers) {
      const own = this.#label('town.country', number);
      if (country === undefined || own === country) towns.push(this.#town(number, own));
    }
    return towns;
  }

  coded(system: 'unlocode' | 'iata' | 'postcode', code: string): CodedPlace | null {
    const at = this.#codes.indexOf(`${system}:${code}`);
    if (at < 0) return null;
    const region = this.#text('coded.region', at);
    const zone = this.#text('coded.zone', at);
    return {
      name: this.#text('coded.name', at),
      country: this.#text('coded.country', at),
      regions: this.#wordsOf(this.#number('coded.regions', at)),
      point: this.#point('coded', at),
      radiusKm: this.#number('coded.radiusKm', at),
      ...(region !== '' && { region }),
      ...(zone !== '' && { zone }),
    };
  }

  countryNamed(key: string): string | null {
    return ownValue(this.#directory.countries, key) ?? null;
  }

  countriesOfRegion(key: string): readonly string[] {
    return Object.keys(ownValue(this.#directory.regions, key) ?? {});
  }

  zoneOf(country: string, region?: string): string | null {
    const zone =
      region === undefined
        ? ownValue(this.#directory.countryZones, country)
        : ownValue(this.#directory.regions, region)?.[country];
    return zone === undefined || zone === '' ? null : zone;
  }

  /**
   * The zone of the point, or of the country when it has only one, because the look-up may return the other
   * country's zone near a border. In a country with several zones, a zone without any town is such an error
   * and is dropped.
   */
  zoneAt(point: GeoPoint, country?: string): string | null {
    const single = country === undefined ? null : this.zoneOf(country);
    if (single !== null) return single;
    const zone = findZoneAt(point.lat, point.lon);
    const used = country === undefined ? undefined : ownValue(this.#directory.zonesUsed, country);
    if (used !== undefined) return used.includes(zone) ? zone : null;
    return zone.startsWith('Etc/') ? null : zone;
  }

  #town(number: number, country: string): Town {
    const zone = this.#label('town.zone', number);
    return {
      country,
      regions: this.#wordsOf(this.#number('town.regions', number)),
      point: this.#point('town', number),
      population: this.#number('town.population', number),
      ...(zone !== '' && { zone }),
    };
  }

  #wordsOf(text: number): readonly string[] {
    const known = this.#regionWords.get(text);
    if (known !== undefined) return known;
    const words = this.#pool
      .at(text)
      .split('|')
      .filter((word) => word !== '');
    this.#regionWords.set(text, words);
    return words;
  }

  #point(table: 'town' | 'coded', at: number): GeoPoint {
    return {
      lat: this.#number(`${table}.lat`, at) / degreeParts,
      lon: this.#number(`${table}.lon`, at) / degreeParts,
    };
  }

  /** Countries and zones are few and requested all the time, so they are decoded once. */
  #label(column: string, at: number): string {
    const number = this.#number(column, at);
    const known = this.#labels.get(number);
    if (known !== undefined) return known;
    const label = this.#pool.at(number);
    this.#labels.set(number, label);
    return label;
  }

  #text(column: string, at: number): string {
    return this.#pool.at(this.#number(column, at));
  }

  #number(column: string, at: number): number {
    const values: Column = this.#columns.column(column);
    return values[at] ?? 0;
  }
}

/** Keys come from messages: `constructor` must not find what every object inherits. */
function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
