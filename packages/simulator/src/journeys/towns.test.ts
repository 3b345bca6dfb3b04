import { distanceKm } from '@milepost/domain';
import { loadGazetteer } from '@milepost/gazetteer';
import { expect, it } from 'vitest';
import { towns } from './towns.ts';

const gazetteer = await loadGazetteer();

// Carriers identify places by these names. A town with another zone in the gazetteer would make correct
// clocks look wrong.
it.each(towns.map((town) => [`${town.name}, ${town.country}`, town] as const))(
  '%s is where the gazetteer finds it, in the same zone',
  (_, { name, postcode, region, country, zone, point }) => {
    const found = gazetteer.find(
      region === undefined ? { name, postcode, country } : { name, postcode, region, country },
    );
    expect(found?.zone).toBe(zone);
    expect(found?.country).toBe(country);
    expect(found?.point && distanceKm(found.point, point)).toBeLessThan(20);
  },
);

it('has two hubs and two other towns in each of at least ten countries', () => {
  const countries = new Set(towns.map(({ country }) => country));
  expect(countries.size).toBeGreaterThanOrEqual(10);
  for (const country of countries) {
    const own = towns.filter((town) => town.country === country);
    expect(own.filter(({ hub }) => hub).length, country).toBeGreaterThanOrEqual(2);
    expect(own.filter(({ hub }) => !hub).length, country).toBeGreaterThanOrEqual(2);
  }
});
