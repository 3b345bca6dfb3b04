import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { distanceKm, type Gazetteer, type GeoPoint, type PlaceText } from '@milepost/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFile, loadGazetteer } from './load-gazetteer.ts';
import { packColumns } from './packed-columns.ts';

// The data is under test, so this file reads the installed packages and packs them once (some seconds).
const packTimeoutMs = 60_000;
/** What a process that was killed while writing in place would leave. */
const cutShort = packColumns({ directory: new Uint8Array(1000) }).subarray(0, 500);
let folder: string;
let gazetteer: Gazetteer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'milepost-gazetteer-'));
  await writeFile(cacheFile(folder), cutShort);
  gazetteer = await loadGazetteer({ cacheFolder: folder });
}, packTimeoutMs);

afterAll(() => rm(folder, { recursive: true }));

interface Expected {
  by: string;
  country?: string;
  zone?: string;
  /** The true position; the point found must be within its own radius of it, or within 10 km. */
  near?: [lat: number, lon: number];
}

const iata = (code: string): PlaceText => ({ code, codeSystem: 'iata' });
const unlocode = (code: string): PlaceText => ({ code, codeSystem: 'unlocode' });

const hubs: [PlaceText, Expected][] = [
  [iata('LEJ'), { by: 'iata', country: 'DE', zone: 'Europe/Berlin', near: [51.42, 12.24] }],
  [iata('CVG'), { by: 'iata', country: 'US', zone: 'America/New_York', near: [39.05, -84.66] }],
  [iata('HKG'), { by: 'iata', country: 'HK', zone: 'Asia/Hong_Kong', near: [22.31, 113.91] }],
  [iata('EMA'), { by: 'iata', country: 'GB', zone: 'Europe/London', near: [52.83, -1.33] }],
  [iata('SDF'), { by: 'iata', country: 'US', zone: 'America/Kentucky/Louisville', near: [38.17, -85.74] }],
  [iata('MEM'), { by: 'iata', country: 'US', zone: 'America/Chicago', near: [35.04, -89.98] }],
  [iata('CGN'), { by: 'iata', country: 'DE', zone: 'Europe/Berlin', near: [50.87, 7.14] }],
  [iata('LGG'), { by: 'iata', country: 'BE', zone: 'Europe/Brussels', near: [50.64, 5.44] }],
  [iata('BGY'), { by: 'iata', country: 'IT', zone: 'Europe/Rome', near: [45.67, 9.7] }],
  [iata('VIT'), { by: 'iata', country: 'ES', zone: 'Europe/Madrid', near: [42.88, -2.72] }],
  [iata('VCP'), { by: 'iata', country: 'BR', zone: 'America/Sao_Paulo', near: [-23.01, -47.13] }],
  [iata('ANC'), { by: 'iata', country: 'US', zone: 'America/Anchorage', near: [61.17, -150] }],
  [unlocode('NLRTM'), { by: 'unlocode', country: 'NL', zone: 'Europe/Amsterdam', near: [51.92, 4.48] }],
  [unlocode('BRSSZ'), { by: 'unlocode', country: 'BR', zone: 'America/Sao_Paulo', near: [-23.96, -46.33] }],
  [unlocode('CNSHA'), { by: 'unlocode', country: 'CN', zone: 'Asia/Shanghai', near: [31.23, 121.47] }],
  [unlocode('DELEJ'), { by: 'unlocode', country: 'DE', zone: 'Europe/Berlin', near: [51.42, 12.24] }],
  [unlocode('AUHBA'), { by: 'unlocode', country: 'AU', zone: 'Australia/Hobart', near: [-42.88, 147.33] }],
];

const postcodes: [PlaceText, Expected | null][] = [
  [
    { postcode: '10118', country: 'US' },
    { by: 'postcode', zone: 'America/New_York', near: [40.75, -73.99] },
  ],
  [
    { postcode: '38116', country: 'US' },
    { by: 'postcode', zone: 'America/Chicago', near: [35.03, -90.01] },
  ],
  [
    { postcode: 'K1A 0B1', country: 'CA' },
    { by: 'postcode', zone: 'America/Toronto', near: [45.42, -75.7] },
  ],
  [{ postcode: 'K1A 0B1' }, { by: 'postcode', country: 'CA', zone: 'America/Toronto' }],
  [
    { postcode: 'K1A 0B1', region: 'ON', country: 'CA' },
    { by: 'postcode', zone: 'America/Toronto' },
  ],
  [
    { postcode: '00907', region: 'PR', country: 'US' },
    { by: 'postcode', zone: 'America/Puerto_Rico' },
  ],
  [
    { postcode: '1043 AG', country: 'NL' },
    { by: 'country', zone: 'Europe/Amsterdam' },
  ],
  [{ postcode: '10118' }, null],
];

const towns: [PlaceText, Expected | null][] = [
  [{ name: 'AMSTERDAM, NL' }, { by: 'town', country: 'NL', zone: 'Europe/Amsterdam', near: [52.37, 4.9] }],
  [
    { name: 'Oderweg 2, AMSTERDAM', country: 'NL' },
    { by: 'town', zone: 'Europe/Amsterdam', near: [52.37, 4.9] },
  ],
  [{ name: 'Tarnów' }, { by: 'town', country: 'PL', zone: 'Europe/Warsaw', near: [50.01, 20.99] }],
  [
    { name: 'München', country: 'DE' },
    { by: 'town', near: [48.14, 11.58] },
  ],
  [
    { name: 'MUENCHEN', country: 'DE' },
    { by: 'town', near: [48.14, 11.58] },
  ],
  [
    { name: 'Antwerp', country: 'BE' },
    { by: 'town', near: [51.22, 4.4] },
  ],
  [
    { name: 'Genève', country: 'CH' },
    { by: 'town', near: [46.2, 6.14] },
  ],
  [
    { name: 'Roma', country: 'IT' },
    { by: 'town', near: [41.9, 12.5] },
  ],
  [
    { name: 'Iasi (RO)', country: 'RO' },
    { by: 'town', near: [47.16, 27.59] },
  ],
  [
    { name: 'Depot Den Bosch', country: 'NL' },
    { by: 'town', near: [51.7, 5.3] },
  ],
  [
    { name: 'New York', country: 'US' },
    { by: 'town', zone: 'America/New_York', near: [40.71, -74] },
  ],
  [
    { name: 'LOS ANGELES GATEWAY, CA - USA' },
    { by: 'town', zone: 'America/Los_Angeles', near: [34.05, -118.24] },
  ],
  [{ name: 'ROTTERDAM - NETHERLANDS, THE' }, { by: 'town', country: 'NL', near: [51.92, 4.48] }],
  [{ name: 'BRISBANE QLD' }, { by: 'town', country: 'AU', zone: 'Australia/Brisbane' }],
  [
    { name: 'Toronto', region: 'ON', country: 'CA' },
    { by: 'town', zone: 'America/Toronto', near: [43.7, -79.4] },
  ],
  [
    { name: 'Campinas', region: 'SP', country: 'BR' },
    { by: 'town', zone: 'America/Sao_Paulo', near: [-22.91, -47.06] },
  ],
  [
    { name: 'Urumqi', country: 'CN' },
    { by: 'town', zone: 'Asia/Shanghai', near: [43.8, 87.6] },
  ],
  [
    { name: 'Ponta Delgada', country: 'PT' },
    { by: 'town', zone: 'Atlantic/Azores', near: [37.74, -25.67] },
  ],
  [
    { name: 'Saint-Denis', postcode: '97400', country: 'FR' },
    { by: 'town', zone: 'Indian/Reunion' },
  ],
  [{ name: 'ASDFD DF' }, null],
  [{ name: 'Transit Scan' }, null],
];

const namesakes: [PlaceText, Expected | null][] = [
  [
    { name: 'Springfield', region: 'MA', country: 'US' },
    { by: 'town', zone: 'America/New_York', near: [42.1, -72.59] },
  ],
  [
    { name: 'Springfield', region: 'IL', country: 'US' },
    { by: 'town', zone: 'America/Chicago', near: [39.8, -89.64] },
  ],
  [
    { name: 'Springfield', country: 'US' },
    { by: 'country', country: 'US' },
  ],
  [{ name: 'Paris' }, { by: 'town', country: 'FR', zone: 'Europe/Paris', near: [48.86, 2.35] }],
  [{ name: 'Paris, TX' }, { by: 'town', country: 'US', zone: 'America/Chicago', near: [33.66, -95.56] }],
  [
    { name: 'Houston', country: 'US' },
    { by: 'town', zone: 'America/Chicago', near: [29.76, -95.37] },
  ],
  // Three towns with this name, up to 520 km apart, none of the others a tenth of the largest: only the
  // country is certain.
  [
    { name: 'Bernau OT Schönow', country: 'DE' },
    { by: 'country', country: 'DE', zone: 'Europe/Berlin' },
  ],
  [{ name: 'Georgia' }, null],
];

const oneClock: [country: string, zone: string][] = [
  ['NL', 'Europe/Amsterdam'],
  ['DE', 'Europe/Berlin'],
  ['GB', 'Europe/London'],
  ['FR', 'Europe/Paris'],
  ['IN', 'Asia/Kolkata'],
  ['CN', 'Asia/Shanghai'],
  ['UA', 'Europe/Kyiv'],
  ['MY', 'Asia/Kuala_Lumpur'],
  ['XK', 'Europe/Belgrade'],
];
const severalClocks = [
  'US',
  'CA',
  'BR',
  'AU',
  'RU',
  'ES',
  'PT',
  'MX',
  'ID',
  'CL',
  'EC',
  'NZ',
  'MN',
  'CD',
  'KI',
];

function check(text: PlaceText, expected: Expected | null): void {
  const place = gazetteer.find(text);
  if (expected === null) {
    expect(place).toBeNull();
    return;
  }
  expect(place?.matchedBy).toBe(expected.by);
  if (expected.country !== undefined) expect(place?.country).toBe(expected.country);
  if (expected.zone !== undefined || expected.by === 'country') expect(place?.zone).toBe(expected.zone);
  if (expected.by === 'country') expect(place?.point).toBeUndefined();
  if (expected.near !== undefined) expectNear(place?.point, place?.radiusKm, expected.near);
}

function expectNear(point: GeoPoint | undefined, radiusKm: number | undefined, near: [number, number]): void {
  const [lat, lon] = near;
  if (point === undefined || radiusKm === undefined) throw new Error('The place has no point or no radius.');
  expect(distanceKm(point, { lat, lon })).toBeLessThan(Math.max(10, radiusKm));
}

describe('the gazetteer of the installed packages', () => {
  for (const [group, cases] of Object.entries({ hubs, postcodes, towns, namesakes })) {
    for (const [text, expected] of cases) {
      const answer =
        expected === null ? 'nothing' : `${expected.by} ${expected.country ?? ''} ${expected.zone ?? ''}`;
      it(`(${group}) finds ${JSON.stringify(text)} as ${answer}`, () => check(text, expected));
    }
  }

  it.each(oneClock)('gives %s the single clock %s', (country, zone) => {
    expect(gazetteer.find({ country })).toEqual({ country, zone, matchedBy: 'country' });
  });

  it.each(severalClocks)('returns no zone for %s, which has several clocks', (country) => {
    expect(gazetteer.find({ country })).toEqual({ country, matchedBy: 'country' });
  });

  it.each([
    ['Waldmünchen', 'DE', 'Europe/Berlin', 'Europe/Prague'],
    ['Dinxperlo', 'NL', 'Europe/Amsterdam', 'Europe/Berlin'],
    ['Vielha', 'ES', 'Europe/Madrid', 'Europe/Paris'],
    ['Houlton', 'US', 'America/New_York', 'America/Moncton'],
  ])('gives %s in %s beside the border the zone %s of its country, not %s', (name, country, zone, abroad) => {
    const place = gazetteer.find({ name, country, ...(country === 'US' && { region: 'ME' }) });
    expect(place?.zone).toBe(zone);
    const { lat = 0, lon = 0 } = place?.point ?? {};
    expect(gazetteer.find({ point: { lat, lon } })?.zone).toBe(abroad);
    expect([zone, undefined]).toContain(gazetteer.find({ point: { lat, lon }, country })?.zone);
  });

  it('returns a point at sea without a zone', () => {
    expect(gazetteer.find({ point: { lat: 40, lon: -40 } })).toEqual({
      point: { lat: 40, lon: -40 },
      matchedBy: 'point',
    });
  });

  it('returns the same frozen object for the same text', () => {
    const first = gazetteer.find({ name: 'Utrecht', country: 'NL' });
    expect(gazetteer.find({ name: 'Utrecht', country: 'NL' })).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
    expect(gazetteer.find({ name: 'Utrecht', country: 'ZA' })?.country).toBe('ZA');
  });
});

describe('the cache of packed tables', () => {
  it('is a single file, and a second load from it returns the same answers', async () => {
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^gazetteer-[0-9a-f]{16}\.bin$/)]);
    const again = await loadGazetteer({ cacheFolder: folder });
    for (const [text] of [...hubs, ...towns, ...namesakes])
      expect(again.find(text)).toEqual(gazetteer.find(text));
  });

  it('is written again when it was truncated', async () => {
    expect((await readFile(cacheFile(folder))).length).toBeGreaterThan(cutShort.length);
  });
});
