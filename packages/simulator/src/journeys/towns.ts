import type { GeoPoint } from '@milepost/domain';

/** A real town with a postcode of its centre. Parcels are sorted in a `hub`. */
export interface Town {
  name: string;
  postcode: string;
  region?: string;
  country: string;
  /** IANA zone. */
  zone: string;
  point: GeoPoint;
  hub: boolean;
}

type Row = readonly [name: string, postcode: string, lat: number, lon: number, mark?: 'hub'];

function inCountry(country: string, zone: string, rows: readonly Row[]): Town[] {
  return rows.map(([name, postcode, lat, lon, mark]) => ({
    name,
    postcode,
    country,
    zone,
    point: { lat, lon },
    hub: mark === 'hub',
  }));
}

type RegionRow = readonly [...Parameters<typeof inRegion>];

function inRegion(country: string, region: string, zone: string, row: Row): Town[] {
  return inCountry(country, zone, [row]).map((town) => ({ ...town, region }));
}

const europe: Town[] = [
  ...inCountry('NL', 'Europe/Amsterdam', [
    ['Amsterdam', '1012 JS', 52.37, 4.89],
    ['Rotterdam', '3011 AD', 51.92, 4.48],
    ['Eindhoven', '5611 AZ', 51.44, 5.47],
    ['Groningen', '9711 LM', 53.22, 6.57],
    ['Utrecht', '3511 CE', 52.09, 5.12, 'hub'],
    ['Zwolle', '8011 PK', 52.51, 6.09, 'hub'],
  ]),
  ...inCountry('BE', 'Europe/Brussels', [
    ['Antwerpen', '2000', 51.22, 4.4],
    ['Gent', '9000', 51.05, 3.72],
    ['Brussel', '1000', 50.85, 4.35, 'hub'],
    ['Liège', '4000', 50.63, 5.57, 'hub'],
  ]),
  ...inCountry('DE', 'Europe/Berlin', [
    ['Berlin', '10117', 52.52, 13.4],
    ['Hamburg', '20095', 53.55, 10.0],
    ['München', '80331', 48.14, 11.58],
    ['Köln', '50667', 50.94, 6.96],
    ['Leipzig', '04109', 51.34, 12.37, 'hub'],
    ['Kassel', '34117', 51.32, 9.5, 'hub'],
  ]),
  ...inCountry('FR', 'Europe/Paris', [
    ['Paris', '75004', 48.86, 2.35],
    ['Marseille', '13001', 43.3, 5.38],
    ['Lille', '59000', 50.63, 3.06],
    ['Orléans', '45000', 47.9, 1.9, 'hub'],
    ['Lyon', '69002', 45.75, 4.85, 'hub'],
  ]),
  ...inCountry('ES', 'Europe/Madrid', [
    ['Barcelona', '08002', 41.39, 2.16],
    ['Sevilla', '41001', 37.38, -5.97],
    ['Madrid', '28013', 40.42, -3.7, 'hub'],
    ['Zaragoza', '50003', 41.66, -0.88, 'hub'],
  ]),
  ...inCountry('IT', 'Europe/Rome', [
    ['Roma', '00186', 41.89, 12.51],
    ['Napoli', '80133', 40.85, 14.27],
    ['Milano', '20121', 45.46, 9.19, 'hub'],
    ['Bologna', '40124', 44.49, 11.34, 'hub'],
  ]),
  ...inCountry('PL', 'Europe/Warsaw', [
    ['Kraków', '31-042', 50.06, 19.94],
    ['Gdańsk', '80-831', 54.35, 18.65],
    ['Warszawa', '00-110', 52.23, 21.01, 'hub'],
    ['Łódź', '90-001', 51.77, 19.47, 'hub'],
  ]),
  ...inCountry('AT', 'Europe/Vienna', [
    ['Graz', '8010', 47.07, 15.44],
    ['Salzburg', '5020', 47.8, 13.04],
    ['Wien', '1010', 48.21, 16.37, 'hub'],
    ['Linz', '4020', 48.31, 14.29, 'hub'],
  ]),
  ...inCountry('CH', 'Europe/Zurich', [
    ['Basel', '4051', 47.56, 7.57],
    ['Genève', '1204', 46.2, 6.15],
    ['Zürich', '8001', 47.37, 8.55, 'hub'],
    ['Bern', '3011', 46.95, 7.45, 'hub'],
  ]),
  ...inCountry('GB', 'Europe/London', [
    ['London', 'EC2V 7HH', 51.51, -0.13],
    ['Edinburgh', 'EH1 1YZ', 55.95, -3.2],
    ['Manchester', 'M2 5DB', 53.48, -2.24, 'hub'],
    ['Birmingham', 'B2 5DB', 52.48, -1.9, 'hub'],
  ]),
];

const americanRows: readonly RegionRow[] = [
  ['US', 'NY', 'America/New_York', ['New York', '10007', 40.71, -74.01]],
  ['US', 'CA', 'America/Los_Angeles', ['Los Angeles', '90012', 34.05, -118.24]],
  ['US', 'WA', 'America/Los_Angeles', ['Seattle', '98104', 47.61, -122.33]],
  ['US', 'CO', 'America/Denver', ['Denver', '80202', 39.74, -104.98]],
  ['US', 'AZ', 'America/Phoenix', ['Phoenix', '85003', 33.45, -112.07]],
  ['US', 'IL', 'America/Chicago', ['Chicago', '60602', 41.88, -87.63, 'hub']],
  ['US', 'TN', 'America/Chicago', ['Memphis', '38103', 35.15, -90.05, 'hub']],
  ['US', 'KY', 'America/Kentucky/Louisville', ['Louisville', '40202', 38.25, -85.76, 'hub']],
  ['CA', 'QC', 'America/Toronto', ['Montréal', 'H2Y 1C6', 45.51, -73.56]],
  ['CA', 'BC', 'America/Vancouver', ['Vancouver', 'V6B 1A1', 49.25, -123.12]],
  ['CA', 'ON', 'America/Toronto', ['Toronto', 'M5H 2N2', 43.65, -79.38, 'hub']],
  ['CA', 'MB', 'America/Winnipeg', ['Winnipeg', 'R3C 1A1', 49.88, -97.15, 'hub']],
];

/** Every country has at least two hubs and two other towns. */
export const towns: readonly Town[] = [...europe, ...americanRows.flatMap((row) => inRegion(...row))];
