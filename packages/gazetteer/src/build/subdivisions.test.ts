import { foldName } from '@milepost/domain';
import { describe, expect, it } from 'vitest';
import { readRegions } from './read-regions.ts';
import { subdivisionRows } from './subdivisions.ts';

describe('codes of states and provinces', () => {
  const { admin1 } = readRegions();
  const words = new Map(Array.from(admin1, ([key, own]) => [`${key.slice(0, 2)}.${own[0]}`, own]));

  it.each(subdivisionRows())('of %s give %s the name used in the data', (country, name, others) => {
    expect(words.get(`${country}.${foldName(name)}`)).toEqual(expect.arrayContaining(others.map(foldName)));
  });

  it('never give one code to two states of a country', () => {
    const codes = subdivisionRows().flatMap(([country, , others]) =>
      others.map((other) => `${country}.${foldName(other)}`),
    );
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });
});
