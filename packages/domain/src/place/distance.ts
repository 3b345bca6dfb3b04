import type { GeoPoint, Place } from './place.ts';

const earthRadiusKm = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres (haversine formula, mean Earth radius of the IUGG). */
export function distanceKm(from: GeoPoint, to: GeoPoint): number {
  const halfLat = Math.sin(radians(to.lat - from.lat) / 2);
  const halfLon = Math.sin(radians(to.lon - from.lon) / 2);
  const chord = halfLat ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * halfLon ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The minimum distance of two places given the radius of each, in kilometres; null if a point is missing. */
export function leastDistanceKm(from: Place, to: Place): number | null {
  if (from.point === undefined || to.point === undefined) return null;
  const slackKm = (from.radiusKm ?? 0) + (to.radiusKm ?? 0);
  return Math.max(0, distanceKm(from.point, to.point) - slackKm);
}

/**
 * The minimum speed (km/h) needed to get from one place to the other in that time; null if a point is
 * missing. Infinity if the time is 0 and the places do not overlap.
 */
export function speedKmh(from: Place, to: Place, elapsedMs: number): number | null {
  const km = leastDistanceKm(from, to);
  if (km === null) return null;
  if (km === 0) return 0;
  const hours = Math.abs(elapsedMs) / 3_600_000;
  return hours === 0 ? Number.POSITIVE_INFINITY : km / hours;
}

/** False for points outside the valid range and for 0, 0, which devices send if the position is unknown. */
export function isPlausiblePoint(point: GeoPoint): boolean {
  const { lat, lon } = point;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(lat === 0 && lon === 0);
}
