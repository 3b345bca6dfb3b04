import { describe, expect, it } from 'vitest';
import { distanceKm, isPlausiblePoint, leastDistanceKm, speedKmh } from './distance.ts';

const amsterdam = { lat: 52.374, lon: 4.8897 };
const leipzig = { lat: 51.3396, lon: 12.3713 };
const hourMs = 3_600_000;

describe('distance and speed', () => {
  it.each([
    { name: 'a quarter of the equator', from: { lat: 0, lon: 0 }, to: { lat: 0, lon: 90 }, km: 10_007.6 },
    { name: 'pole to pole', from: { lat: 90, lon: 0 }, to: { lat: -90, lon: 120 }, km: 20_015.1 },
    {
      name: 'a degree across the date line',
      from: { lat: 0, lon: 179.5 },
      to: { lat: 0, lon: -179.5 },
      km: 111.2,
    },
    { name: 'a degree to the north', from: { lat: 52, lon: 5 }, to: { lat: 53, lon: 5 }, km: 111.2 },
    {
      name: 'a degree to the east at 60 north',
      from: { lat: 60, lon: 5 },
      to: { lat: 60, lon: 6 },
      km: 55.6,
    },
    { name: 'a place and itself', from: amsterdam, to: amsterdam, km: 0 },
  ])('measures $name', ({ from, to, km }) => {
    expect(distanceKm(from, to)).toBeCloseTo(km, 1);
  });

  it('subtracts the radius of both places from the distance', () => {
    const from = { point: amsterdam, radiusKm: 24 };
    const to = { point: leipzig, radiusKm: 100 };
    expect(leastDistanceKm(from, to)).toBeCloseTo(distanceKm(amsterdam, leipzig) - 124, 6);
    expect(leastDistanceKm(from, { point: leipzig, radiusKm: 900 })).toBe(0);
    expect(leastDistanceKm(from, { country: 'DE' })).toBeNull();
  });

  it('returns the speed that a parcel would need', () => {
    const places = [{ point: amsterdam }, { point: leipzig }] as const;
    expect(speedKmh(...places, 2 * hourMs)).toBeCloseTo(distanceKm(amsterdam, leipzig) / 2, 6);
    expect(speedKmh(...places, -2 * hourMs)).toBe(speedKmh(...places, 2 * hourMs));
    expect(speedKmh(...places, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(speedKmh(places[0], places[0], 0)).toBe(0);
    expect(speedKmh(places[0], {}, hourMs)).toBeNull();
  });

  it('rejects 0, 0 and coordinates out of range', () => {
    expect(isPlausiblePoint(amsterdam)).toBe(true);
    for (const point of [
      { lat: 0, lon: 0 },
      { lat: 91, lon: 0 },
      { lat: 1, lon: 181 },
      { lat: Number.NaN, lon: 4 },
    ]) {
      expect(isPlausiblePoint(point)).toBe(false);
    }
  });
});
