import { feature, mesh } from 'topojson-client';
import world from 'world-atlas/countries-50m.json' with { type: 'json' };

/** A line on the globe: longitude and latitude in turn, in degrees. */
export type GeoLine = readonly (readonly [lon: number, lat: number])[];

export interface WorldOutline {
  /** Closed rings of land. */
  land: readonly GeoLine[];
  borders: readonly GeoLine[];
}

/** Natural Earth, public domain, as packed by world-atlas. */
export function readWorldOutline(): WorldOutline {
  // The file is TopoJSON; TypeScript reads a JSON file as whatever it holds, which is wider.
  const topology = world as unknown as Parameters<typeof mesh>[0];
  const { land, countries } = topology.objects;
  if (land === undefined || countries?.type !== 'GeometryCollection')
    throw new Error('The map of the world holds neither land nor countries.');
  const shapes = feature(topology, land);
  const rings = ('features' in shapes ? shapes.features : [shapes]).flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [],
  );
  // The types differ in what properties may be, which a mesh does not look at.
  const outlines = countries as Parameters<typeof mesh>[1];
  const borders = mesh(topology, outlines, (one, other) => one !== other).coordinates;
  return { land: rings.map(asLine), borders: borders.map(asLine) };
}

function asLine(positions: readonly (readonly number[])[]): GeoLine {
  return positions.map(([lon = 0, lat = 0]) => [lon, lat]);
}
