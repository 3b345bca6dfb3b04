import type { FilterSpecification, StyleSpecification } from 'maplibre-gl';
import { cities } from './cities.ts';
import type { MapPoint } from './map-point.ts';

/** Colours from the theme. */
export interface MapColours {
  sea: string;
  land: string;
  line: string;
  ink: string;
  quiet: string;
  route: string;
}

type Layers = StyleSpecification['layers'];

const ownFonts = ['Inter Variable', 'sans-serif'];

/**
 * The bundled world: land, borders and towns. Without a `glyphs` URL, MapLibre (since 5.11) draws labels with
 * the fonts of the page, so no server is needed.
 */
export function worldStyle(
  worldAddress: string,
  colours: MapColours,
  points: readonly MapPoint[],
): StyleSpecification {
  return {
    version: 8,
    sources: {
      world: { type: 'geojson', data: worldAddress, attribution: 'Natural Earth' },
      cities: { type: 'geojson', data: cityFeatures(points) },
    },
    layers: [...baseLayers(colours), cityLayer(colours)],
  };
}

function baseLayers({ sea, land, line }: MapColours): Layers {
  const isLand: FilterSpecification = ['==', ['get', 'kind'], 'land'];
  const isBorder: FilterSpecification = ['==', ['get', 'kind'], 'border'];
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': sea } },
    { id: 'land', type: 'fill', source: 'world', filter: isLand, paint: { 'fill-color': land } },
    {
      id: 'coast',
      type: 'line',
      source: 'world',
      filter: isLand,
      paint: { 'line-color': line, 'line-width': 0.8 },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'world',
      filter: isBorder,
      paint: { 'line-color': line, 'line-width': 0.8, 'line-dasharray': [3, 2] },
    },
  ];
}

function cityLayer({ quiet, land }: MapColours): Layers[number] {
  return {
    id: 'cities',
    type: 'symbol',
    source: 'cities',
    filter: ['>=', ['zoom'], ['get', 'fromZoom']],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ownFonts,
      'text-size': 11,
      'symbol-sort-key': ['get', 'fromZoom'],
    },
    paint: { 'text-color': quiet, 'text-halo-color': land, 'text-halo-width': 1.2 },
  };
}

/** Leaves out towns that are labelled as stops of the route already. */
function cityFeatures(points: readonly MapPoint[]): GeoJSON.FeatureCollection {
  const isNamed = (lon: number, lat: number): boolean =>
    points.some((point) => Math.hypot(point.lon - lon, point.lat - lat) < 0.5);
  const others = cities.filter(([, lon, lat]) => !isNamed(lon, lat));
  return {
    type: 'FeatureCollection',
    features: others.map(([name, lon, lat, fromZoom]) => ({
      type: 'Feature',
      properties: { name, fromZoom },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  };
}

/** The route and its stops as one source. */
export function routeFeatures(points: readonly MapPoint[]): GeoJSON.FeatureCollection {
  const positions = points.map(({ lon, lat }) => [lon, lat]);
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: positions } },
      ...points.map(
        ({ label }, index): GeoJSON.Feature => ({
          type: 'Feature',
          properties: { label, isLast: index === points.length - 1 },
          geometry: { type: 'Point', coordinates: positions[index] ?? [] },
        }),
      ),
    ],
  };
}

/** Fonts for the labels of stops. A style with its own glyphs supports only its own fonts. */
export function fontsOf({ glyphs, layers }: StyleSpecification): string[] {
  if (glyphs === undefined) return ownFonts;
  const named = layers.map((layer) => (layer.type === 'symbol' ? layer.layout?.['text-font'] : undefined));
  return named.find(isStringArray) ?? ownFonts;
}

function isStringArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Layers of the route, for any base map. */
export function routeLayers({ route, ink, land }: MapColours, fonts: string[]): Layers {
  return [
    {
      id: 'route',
      type: 'line',
      source: 'route',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': route, 'line-width': 2.5 },
    },
    {
      id: 'stops',
      type: 'circle',
      source: 'route',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['case', ['get', 'isLast'], 7, 4],
        'circle-color': route,
        'circle-stroke-color': land,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'stop-names',
      type: 'symbol',
      source: 'route',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': fonts,
        'text-size': 12,
        'text-offset': [0, 1.3],
        'text-anchor': 'top',
      },
      paint: { 'text-color': ink, 'text-halo-color': land, 'text-halo-width': 1.6 },
    },
  ];
}
