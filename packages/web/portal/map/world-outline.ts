import { feature, mesh } from 'topojson-client';
import world from 'world-atlas/countries-50m.json' with { type: 'json' };

/** A line on the globe: points of longitude and latitude in degrees. */
export type GeoLine = readonly (readonly [lon: number, lat: number])[];

/** Coastlines and borders of the world. */
export interface WorldOutline {
  /** Closed rings. */
  land: readonly GeoLine[];
  borders: readonly GeoLine[];
}

/** Reads the Natural Earth data (public domain) of the package world-atlas. */
export function readWorldOutline(): WorldOutline {
  // The file is TopoJSON; TypeScript infers a wider type for a JSON file.
  const topology = world as unknown as Parameters<typeof mesh>[0];
  const { land, countries } = topology.objects;
  if (land === undefined || countries?.type !== 'GeometryCollection')
    throw new Error('The world map contains no land or countries.');
  const shapes = feature(topology, land);
  const rings = ('features' in shapes ? shapes.features : [shapes]).flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [],
  );
  // The types differ only in the properties, which mesh ignores.
  const outlines = countries as Parameters<typeof mesh>[1];
  const borders = mesh(topology, outlines, (left, right) => left !== right).coordinates;
  return { land: rings.map(asLine), borders: borders.map(asLine) };
}

function asLine(positions: readonly (readonly number[])[]): GeoLine {
  return positions.map(([lon = 0, lat = 0]) => [lon, lat]);
}
