import { describe, expect, it } from 'vitest';
import { territoryOf } from './territory.ts';

/** [country, postcode, region, expected country, expected zone] */
const cases = [
  ['FR', '97410', '', 'RE', undefined],
  ['FR', '97110', '', 'GP', undefined],
  ['FR', '98735', '', 'PF', undefined],
  ['FR', '98000', '', 'FR', undefined],
  ['FR', '75011', '', 'FR', undefined],
  ['US', '00907', 'pr', 'PR', undefined],
  ['US', '10118', 'ny', 'US', undefined],
  ['ES', '38201', '', 'ES', 'Atlantic/Canary'],
  ['ES', '35001', '', 'ES', 'Atlantic/Canary'],
  ['ES', '46001', '', 'ES', 'Europe/Madrid'],
  ['ES', '', '', 'ES', undefined],
  ['PT', '9500-150', '', 'PT', 'Atlantic/Azores'],
  ['PT', '9000-018', '', 'PT', 'Atlantic/Madeira'],
  ['PT', '4730-320', '', 'PT', 'Europe/Lisbon'],
  ['NL', '3811', '', 'NL', undefined],
] as const;

describe('the territory of a postcode or region', () => {
  it.each(cases)('reads %s %s %s as %s with time zone %s', (...row) => {
    const [country, postcode, region, expected, zone] = row;
    expect(territoryOf(country, postcode, region)).toEqual(
      zone === undefined ? { country: expected } : { country: expected, zone },
    );
  });
});
