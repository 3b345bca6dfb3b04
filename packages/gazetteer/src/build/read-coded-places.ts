import { foldName, type GeoPoint, territoryOf } from '@milepost/domain';
import { loadSource } from './source-files.ts';
import { memberOf, numberOf, rowsOf, textOf } from './source-row.ts';

/** A place with a code, before packing. */
export interface SourceCodedPlace {
  /** `iata:LEJ`, `unlocode:NLRTM`, `postcode:US10118`. */
  key: string;
  name: string;
  region: string;
  country: string;
  /** The country whose clock applies: Puerto Rico for a ZIP code there, although its country is US. */
  clockCountry: string;
  point: GeoPoint;
  radiusKm: number;
}

/** Some positions are rounded to minutes or worse; that of Vitoria (VIT) is 19 km off. */
const airportRadiusKm = 20;
const portRadiusKm = 15;
const zipRadiusKm = 10;
/** A Canadian area with 0 as second character is rural and may be as large as a European country. */
const ruralCanadaRadiusKm = 150;
const isPoint = ({ lat, lon }: GeoPoint): boolean =>
  Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);

export async function readAirports(): Promise<SourceCodedPlace[]> {
  const find = memberOf(loadSource('airport-data-js'), 'findAirports');
  const rows: unknown = typeof find === 'function' ? await find({}) : [];
  const airports = new Map<string, SourceCodedPlace>();
  for (const size of ['large_airport', 'medium_airport', 'small_airport', 'seaplane_base', 'heliport']) {
    for (const row of rowsOf(rows).filter((each) => textOf(each, 'type') === size)) {
      const code = textOf(row, 'iata');
      const point = { lat: numberOf(row, 'latitude'), lon: numberOf(row, 'longitude') };
      const country = textOf(row, 'country_code');
      if (!/^[A-Z]{3}$/.test(code) || !isPoint(point) || airports.has(code)) continue;
      airports.set(code, {
        key: `iata:${code}`,
        name: textOf(row, 'airport'),
        region: '',
        country,
        clockCountry: country,
        point,
        radiusKm: airportRadiusKm,
      });
    }
  }
  return [...airports.values()];
}

export function readPorts(): SourceCodedPlace[] {
  const ports = memberOf(loadSource('sea-ports'), 'JSON');
  return Object.entries(typeof ports === 'object' && ports !== null ? ports : {}).flatMap(
    ([code, row]: [string, unknown]) => {
      const [lon = Number.NaN, lat = Number.NaN] = rowsOf(memberOf(row, 'coordinates')).map(Number);
      if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(code) || !isPoint({ lat, lon })) return [];
      const country = code.slice(0, 2);
      return [
        {
          key: `unlocode:${code}`,
          name: textOf(row, 'name'),
          region: '',
          country,
          clockCountry: country,
          point: { lat, lon },
          radiusKm: portRadiusKm,
        },
      ];
    },
  );
}

/** Canada Post: the first letter is the province; the list mixes districts into its province names. */
const provinceOfLetter: Readonly<Record<string, string>> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  X: 'NT',
  Y: 'YT',
};

function provinceOf(code: string): string {
  return /^X0[ABC]/.test(code) ? 'NU' : (provinceOfLetter[code.slice(0, 1)] ?? '');
}

/** Without the codes of armed forces abroad, which are not places. */
export function readPostcodes(): SourceCodedPlace[] {
  const rows = rowsOf(memberOf(loadSource('zipcodes'), 'codes'));
  return rows.flatMap((row) => {
    const code = textOf(row, 'zip');
    const country = textOf(row, 'country') === 'Canada' ? 'CA' : 'US';
    const region = country === 'CA' ? provinceOf(code) : textOf(row, 'state');
    const point = { lat: numberOf(row, 'latitude'), lon: numberOf(row, 'longitude') };
    if (!isPoint(point) || /^A[AEP]$/.test(region)) return [];
    const isRuralCanada = country === 'CA' && code[1] === '0';
    const radiusKm = isRuralCanada ? ruralCanadaRadiusKm : zipRadiusKm;
    const clockCountry = territoryOf(country, code, foldName(region)).country;
    const key = `postcode:${country}${code}`;
    return [{ key, name: textOf(row, 'city'), region, country, clockCountry, point, radiusKm }];
  });
}
