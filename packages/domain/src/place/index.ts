export { distanceKm, leastDistanceKm, speedKmh } from './distance.ts';
export { foldName, spellingsOf } from './fold-name.ts';
export { lookUpPlace } from './look-up-place.ts';
export type { Gazetteer, GeoPoint, Place, PlaceText } from './place.ts';
export type { CodedPlace, PlaceSources, Town } from './place-sources.ts';
export { territoryOf } from './territory.ts';
