import { foldName, spellingsOf } from '../fold-name.ts';
import type { GeoPoint } from '../place.ts';
import type { CodedPlace, PlaceSources, Town } from '../place-sources.ts';

type TownRow = [
  name: string,
  country: string,
  regions: string[],
  point: [number, number],
  people: number,
  zone: string,
];

/** Rounded positions and populations: enough to distinguish towns of the same name. */
const townRows: TownRow[] = [
  ['Amsterdam', 'NL', ['noord holland'], [52.4, 4.9], 740_000, 'Europe/Amsterdam'],
  ['Amsterdam', 'US', ['ny', 'new york'], [42.9, -74.2], 18_000, 'America/New_York'],
  ['Utrecht', 'NL', ['utrecht'], [52.1, 5.1], 290_000, 'Europe/Amsterdam'],
  ['Buiten', 'NL', ['drenthe'], [52.9, 6.6], 800, 'Europe/Amsterdam'],
  ['Köln', 'DE', ['nordrhein westfalen'], [50.9, 7], 960_000, 'Europe/Berlin'],
  ['Bernau bei Berlin', 'DE', ['brandenburg'], [52.7, 13.6], 35_000, 'Europe/Berlin'],
  ['Bernau am Chiemsee', 'DE', ['bayern'], [47.8, 12.4], 6_900, 'Europe/Berlin'],
  ['Schönow', 'DE', ['brandenburg'], [52.7, 13.5], 5_000, 'Europe/Berlin'],
  ['Paris', 'FR', ['ile de france'], [48.9, 2.3], 2_100_000, 'Europe/Paris'],
  ['Paris', 'US', ['tx', 'texas'], [33.7, -95.6], 25_000, 'America/Chicago'],
  ['Saint-Denis', 'FR', ['ile de france'], [48.9, 2.4], 110_000, 'Europe/Paris'],
  ['Saint-Denis', 'RE', [], [-20.9, 55.5], 140_000, 'Indian/Reunion'],
  ['Springfield', 'US', ['ma', 'massachusetts'], [42.1, -72.6], 150_000, 'America/New_York'],
  ['Springfield', 'US', ['il', 'illinois'], [39.8, -89.6], 115_000, 'America/Chicago'],
  ['Houston', 'US', ['tx', 'texas'], [29.8, -95.4], 2_100_000, 'America/Chicago'],
  ['Houston', 'US', ['ak', 'alaska'], [61.6, -149.8], 2_000, 'America/Anchorage'],
  ['Cleveland', 'US', ['oh', 'ohio'], [41.5, -81.7], 390_000, 'America/New_York'],
  ['Cleveland', 'US', ['al', 'alabama'], [34, -86.6], 0, 'America/Chicago'],
  ['San Francisco', 'US', ['ca', 'california'], [37.8, -122.4], 800_000, 'America/Los_Angeles'],
  ['Charlotte', 'US', ['nc', 'north carolina'], [35.2, -80.8], 730_000, 'America/New_York'],
  ['Brisbane', 'AU', ['qld', 'queensland'], [-27.5, 153], 2_200_000, 'Australia/Brisbane'],
  ['Roma', 'AU', ['qld', 'queensland'], [-26.6, 148.8], 7_000, 'Australia/Brisbane'],
  ['Roma', 'IT', ['lazio'], [41.9, 12.5], 2_300_000, 'Europe/Rome'],
  ['Kollur', 'IN', ['telangana', 'medak'], [17.5, 78.2], 0, 'Asia/Kolkata'],
  ['Kollur', 'IN', ['karnataka'], [13.9, 74.8], 20_000, 'Asia/Kolkata'],
  ['Oviedo', 'ES', ['asturias'], [43.4, -5.8], 220_000, 'Europe/Madrid'],
  ['Santa Cruz', 'ES', ['canarias'], [28.5, -16.3], 200_000, 'Atlantic/Canary'],
  ['Santa Cruz', 'ES', ['galicia'], [43.3, -8.3], 6_000, 'Europe/Madrid'],
];

const codedRows: Record<string, Omit<CodedPlace, 'point'> & { point: [number, number] }> = {
  'iata:LEJ': {
    name: 'Leipzig',
    country: 'DE',
    regions: [],
    point: [51.4, 12.2],
    radiusKm: 5,
    zone: 'Europe/Berlin',
  },
  'unlocode:NLRTM': {
    name: 'Rotterdam',
    country: 'NL',
    regions: [],
    point: [51.9, 4.5],
    radiusKm: 15,
    zone: 'Europe/Amsterdam',
  },
  'iata:SPR': {
    name: 'San Pedro',
    country: 'BZ',
    regions: [],
    point: [17.9, -88],
    radiusKm: 5,
    zone: 'America/Belize',
  },
  'iata:SFD': {
    name: 'Springfield Field',
    country: 'US',
    regions: [],
    point: [39.8, -89.7],
    radiusKm: 5,
    zone: 'America/Chicago',
  },
  'postcode:US94901': {
    name: 'San Rafael',
    region: 'CA',
    country: 'US',
    regions: ['ca', 'california'],
    point: [38, -122.5],
    radiusKm: 10,
    zone: 'America/Los_Angeles',
  },
  'postcode:US30004': {
    name: 'Alpharetta',
    region: 'GA',
    country: 'US',
    regions: ['ga', 'georgia'],
    point: [34.1, -84.3],
    radiusKm: 10,
    zone: 'America/New_York',
  },
  'postcode:CAK1A': {
    name: 'Ottawa',
    region: 'ON',
    country: 'CA',
    regions: ['on', 'ontario'],
    point: [45.4, -75.7],
    radiusKm: 10,
    zone: 'America/Toronto',
  },
};

const countries: Record<string, string> = {
  nl: 'NL',
  netherlands: 'NL',
  de: 'DE',
  deu: 'DE',
  germany: 'DE',
  deutschland: 'DE',
  us: 'US',
  usa: 'US',
  'united states': 'US',
  fr: 'FR',
  ca: 'CA',
  canada: 'CA',
  au: 'AU',
  'korea republic of': 'KR',
  es: 'ES',
  it: 'IT',
  in: 'IN',
  il: 'IL',
  georgia: 'GE',
  ge: 'GE',
  br: 'BR',
  nz: 'NZ',
  gb: 'GB',
};

const countryZones: Record<string, string> = {
  NL: 'Europe/Amsterdam',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  IT: 'Europe/Rome',
  IN: 'Asia/Kolkata',
  GE: 'Asia/Tbilisi',
  KR: 'Asia/Seoul',
  RE: 'Indian/Reunion',
  GB: 'Europe/London',
  IL: 'Asia/Jerusalem',
};

const regionZones: Record<string, Record<string, string>> = {
  wa: { US: 'America/Los_Angeles', AU: 'Australia/Perth' },
  ca: { US: 'America/Los_Angeles' },
  ga: { US: 'America/New_York' },
  tx: { US: '' },
  df: { BR: 'America/Sao_Paulo' },
  georgia: { US: 'America/New_York' },
  il: { US: 'America/Chicago' },
  on: { CA: '' },
  nc: { US: 'America/New_York' },
  ma: { US: 'America/New_York' },
  qld: { AU: 'Australia/Brisbane' },
  telangana: { IN: '' },
  utrecht: { NL: '' },
  de: { US: 'America/New_York' },
  in: { US: '' },
};

const pointOf = ([lat, lon]: [number, number]): GeoPoint => ({ lat, lon });

const towns: (Town & { keys: string[] })[] = townRows.map(
  ([name, country, regions, point, population, zone]) => ({
    keys: spellingsOf(name),
    country,
    regions: regions.map(foldName),
    point: pointOf(point),
    population,
    zone,
  }),
);

/** Place data for tests: about thirty towns. */
export const tinySources: PlaceSources = {
  townsNamed: (key, country) =>
    towns.filter((town) => town.keys.includes(key) && (country === undefined || town.country === country)),
  coded: (system, code) => {
    const row = codedRows[`${system}:${code}`];
    return row === undefined ? null : { ...row, point: pointOf(row.point) };
  },
  countryNamed: (key) => (Object.hasOwn(countries, key) ? (countries[key] ?? null) : null),
  countriesOfRegion: (key) => (Object.hasOwn(regionZones, key) ? Object.keys(regionZones[key] ?? {}) : []),
  zoneOf: (country, region) =>
    (region === undefined ? countryZones[country] : regionZones[region]?.[country]) || null,
  zoneAt: (point, country) =>
    countryZones[country ?? ''] ?? (point.lon < -30 ? 'America/New_York' : 'Europe/Amsterdam'),
};
