import { expect, test } from 'vitest';
import { sampleEntry } from '../dev-ui/sample-data.ts';
import { mapPoints } from './map-points.ts';

const at = (name: string, lat: number, lon: number) => ({
  ...sampleEntry,
  place: { name, point: { lat, lon } },
});

test('orders places from oldest to newest, with one point for consecutive events at a place', () => {
  const newestFirst = [at('Utrecht', 52, 5), at('Utrecht', 52, 5), at('Lyon', 45, 4)];
  expect(mapPoints(newestFirst).map(({ label }) => label)).toEqual(['Lyon', 'Utrecht']);
});

test('leaves out planned events and events without coordinates', () => {
  const planned = { ...at('Utrecht', 52, 5), classifier: 'planned' as const };
  expect(
    mapPoints([planned, { ...sampleEntry, place: { name: 'Somewhere' } }, { ...sampleEntry, place: null }]),
  ).toEqual([]);
});
