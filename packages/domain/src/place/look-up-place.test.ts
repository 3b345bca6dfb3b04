import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUpPlace } from './look-up-place.ts';
import type { PlaceText } from './place.ts';
import { tinySources } from './testing/tiny-sources.ts';

const find = (text: PlaceText) => lookUpPlace(text, tinySources);

/** The result in one line: matched by, country, zone and point; a dash for unknown. */
function summary(text: PlaceText): string | null {
  const place = find(text);
  if (place === null) return null;
  const point = place.point === undefined ? '-' : `${place.point.lat},${place.point.lon}`;
  return [place.matchedBy, place.country ?? '-', place.zone ?? '-', point].join(' ');
}

/** [text, expected] */
const towns: [PlaceText, string | null][] = [
  [{ name: 'AMSTERDAM, NL' }, 'town NL Europe/Amsterdam 52.4,4.9'],
  [{ name: 'Oderweg 2, AMSTERDAM', country: 'NL', postcode: '1043 AG' }, 'town NL Europe/Amsterdam 52.4,4.9'],
  [{ name: 'Buiten 5, Amsterdam', country: 'NL' }, 'town NL Europe/Amsterdam 52.4,4.9'],
  [{ name: '3511 AB Utrecht', country: 'NL' }, 'town NL Europe/Amsterdam 52.1,5.1'],
  [{ name: 'AMSTERDAM - NETHERLANDS, THE' }, 'town NL Europe/Amsterdam 52.4,4.9'],
  [{ name: 'KOELN', country: 'DEU' }, 'town DE Europe/Berlin 50.9,7'],
  [{ name: 'Paketzentrum Köln', country: 'Deutschland' }, 'town DE Europe/Berlin 50.9,7'],
  [{ name: 'Köln 12', country: 'DE' }, 'town DE Europe/Berlin 50.9,7'],
  [{ name: 'St Denis', country: 'FR' }, 'town FR Europe/Paris 48.9,2.4'],
  [{ name: 'SAN FRANCISCO GATEWAY, CA - USA' }, 'town US America/Los_Angeles 37.8,-122.4'],
  [{ name: 'San Francisco, CA' }, 'town US America/Los_Angeles 37.8,-122.4'],
  [{ name: 'BRISBANE QLD' }, 'town AU Australia/Brisbane -27.5,153'],
  [{ name: 'Houston (US)' }, 'town US America/Chicago 29.8,-95.4'],
  [{ name: 'Charlotte', region: 'US-NC' }, 'town US America/New_York 35.2,-80.8'],
];

const namesakes: [PlaceText, string | null][] = [
  [{ name: 'Springfield', region: 'MA', country: 'US' }, 'town US America/New_York 42.1,-72.6'],
  [{ name: 'Springfield', region: 'IL', country: 'US' }, 'town US America/Chicago 39.8,-89.6'],
  [{ name: 'Springfield, IL' }, 'town US America/Chicago 39.8,-89.6'],
  [{ name: 'Springfield', country: 'US' }, 'country US - -'],
  [{ name: 'Springfield', region: 'TX', country: 'US' }, 'country US - -'],
  [{ name: 'Paris' }, 'town FR Europe/Paris 48.9,2.3'],
  [{ name: 'Paris', region: 'TX', country: 'US' }, 'town US America/Chicago 33.7,-95.6'],
  [{ name: 'Paris, TX' }, 'town US America/Chicago 33.7,-95.6'],
  [{ name: 'Houston', country: 'US' }, 'town US America/Chicago 29.8,-95.4'],
  [{ name: 'Cleveland', country: 'US' }, 'country US - -'],
  [{ name: 'Roma' }, 'town IT Europe/Rome 41.9,12.5'],
  [{ name: 'Bernau', country: 'DE' }, 'country DE Europe/Berlin -'],
  [{ name: 'Bernau OT Schönow', country: 'DE' }, 'town DE Europe/Berlin 52.7,13.6'],
  [{ name: 'Kollur, Medak, Telangana', country: 'IN' }, 'town IN Asia/Kolkata 17.5,78.2'],
  [{ name: 'Kollur', country: 'IN' }, 'town IN Asia/Kolkata 13.9,74.8'],
];

const codes: [PlaceText, string | null][] = [
  [{ code: 'LEJ', codeSystem: 'iata' }, 'iata DE Europe/Berlin 51.4,12.2'],
  [{ code: 'LEJ', codeSystem: 'iata', country: 'US' }, 'country US - -'],
  [{ code: 'LEJ', codeSystem: 'facility' }, null],
  [{ code: 'NLRTM', codeSystem: 'unlocode' }, 'unlocode NL Europe/Amsterdam 51.9,4.5'],
  [{ code: 'DE LEJ', codeSystem: 'unlocode' }, 'unlocode DE Europe/Berlin 51.4,12.2'],
  [{ code: 'DECGN', codeSystem: 'unlocode', name: 'Köln' }, 'town DE Europe/Berlin 50.9,7'],
  [{ code: 'DEXYZ', codeSystem: 'unlocode' }, 'country DE Europe/Berlin -'],
  [{ code: 'USSPR', codeSystem: 'unlocode' }, 'country US - -'],
  [{ code: 'USSFD', codeSystem: 'unlocode', name: 'Houston' }, 'town US America/Chicago 29.8,-95.4'],
  [{ code: 'ZZABC', codeSystem: 'unlocode' }, null],
];

const postcodes: [PlaceText, string | null][] = [
  [{ name: 'SAN RAFAEL, CA 94901' }, 'postcode US America/Los_Angeles 38,-122.5'],
  [{ postcode: '94901-1234', country: 'US' }, 'postcode US America/Los_Angeles 38,-122.5'],
  [{ postcode: '94901' }, null],
  [{ postcode: '94901', country: 'DE' }, 'country DE Europe/Berlin -'],
  [{ postcode: 'k1a 0b1', country: 'CA' }, 'postcode CA America/Toronto 45.4,-75.7'],
  [{ postcode: 'K1A 0B1' }, 'postcode CA America/Toronto 45.4,-75.7'],
  [
    { name: 'Charlotte', region: 'NC', postcode: '30004', country: 'US' },
    'town US America/New_York 35.2,-80.8',
  ],
  [{ name: 'Saint-Denis', postcode: '97400', country: 'FR' }, 'town FR Indian/Reunion -20.9,55.5'],
  [{ name: 'Santa Cruz', postcode: '38001', country: 'ES' }, 'town ES Atlantic/Canary 28.5,-16.3'],
  [{ name: 'Pueblo Inventado', postcode: '33001', country: 'ES' }, 'country ES Europe/Madrid -'],
];

const countriesOnly: [PlaceText, string | null][] = [
  [{ country: 'NL' }, 'country NL Europe/Amsterdam -'],
  [{ country: 'US' }, 'country US - -'],
  [{ country: 'ES' }, 'country ES - -'],
  [{ name: 'Pueblo Inventado', country: 'ES' }, 'country ES - -'],
  [{ name: 'Santa Cruz', country: 'ES' }, 'country ES - -'],
  [{ name: 'Oviedo', country: 'ES' }, 'town ES Europe/Madrid 43.4,-5.8'],
  [{ country: 'USA', region: 'WA' }, 'country US America/Los_Angeles -'],
  [{ country: 'US', region: 'TX' }, 'country US - -'],
  [{ name: 'NZ' }, 'country NZ - -'],
  [{ name: 'SEOUL - KOREA, REPUBLIC OF' }, 'country KR Asia/Seoul -'],
  [{ name: 'Georgia' }, null],
  [{ country: 'UNDEFINED' }, null],
  [{ name: 'ASDFD DF' }, null],
  [{ name: 'In transit' }, null],
  [{ name: 'constructor', region: '__proto__', country: 'toString' }, null],
  [{}, null],
];

const points: [PlaceText, string | null][] = [
  [{ point: { lat: 52, lon: 4 } }, 'point - Europe/Amsterdam 52,4'],
  [{ point: { lat: 51, lon: 6.1 }, country: 'DE' }, 'point DE Europe/Berlin 51,6.1'],
  [{ point: { lat: 52.3, lon: 4.8 }, name: 'Amsterdam, NL' }, 'point NL Europe/Amsterdam 52.3,4.8'],
  [{ point: { lat: 0, lon: 0 }, name: 'Utrecht', country: 'NL' }, 'town NL Europe/Amsterdam 52.1,5.1'],
];

describe('looking up a place', () => {
  for (const [group, cases] of Object.entries({
    towns,
    namesakes,
    codes,
    postcodes,
    countriesOnly,
    points,
  })) {
    for (const [text, expected] of cases) {
      it(`(${group}) finds ${JSON.stringify(text)} as ${expected ?? 'nothing'}`, () => {
        expect(summary(text)).toBe(expected);
      });
    }
  }

  it('keeps the given text, normalises the country to alpha-2 and adds the position', () => {
    expect(find({ name: 'Oderweg 2, AMSTERDAM', postcode: '1043 AG', country: 'Netherlands' })).toEqual({
      name: 'Oderweg 2, AMSTERDAM',
      postcode: '1043 AG',
      country: 'NL',
      point: { lat: 52.4, lon: 4.9 },
      radiusKm: 9,
      zone: 'Europe/Amsterdam',
      matchedBy: 'town',
    });
    expect(find({ code: 'LEJ', codeSystem: 'iata' })?.name).toBe('Leipzig');
    expect(find({ postcode: '94901', country: 'US' })).toMatchObject({ name: 'San Rafael', region: 'CA' });
  });

  it('widens the radius until it covers another town of the same name and size', () => {
    const near = { ...tinySources, townsNamed: () => twins };
    const twins = [0, 1].map((north) => ({
      country: 'DE',
      regions: [],
      point: { lat: 50 + north, lon: 10 },
      population: 9_000 - north,
      zone: 'Europe/Berlin',
    }));
    expect(lookUpPlace({ name: 'Twin', country: 'DE' }, near)).toMatchObject({
      point: { lat: 50 },
      radiusKm: 112,
    });
  });

  it('never throws and is deterministic for any text', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.constantFrom('Paris', 'US', 'CA', ', ', '(', 'TX 75460', 'NL-', '__proto__'),
    );
    const text = fc.record(
      {
        name: fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
        postcode: word,
        region: word,
        country: word,
        code: word,
        codeSystem: fc.constantFrom('unlocode', 'iata', 'facility'),
        point: fc.record({ lat: fc.double(), lon: fc.double() }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(text, (given) => {
        expect(find(given)).toEqual(find(given));
      }),
    );
  });
});
