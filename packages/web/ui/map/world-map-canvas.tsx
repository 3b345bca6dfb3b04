import {
  LngLatBounds,
  Map as MapLibre,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import worldAddress from 'virtual:world-map-data';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef } from 'react';
import { useIsDark } from '../theme/media.ts';
import type { MapPoint, WorldMapProps } from './map-point.ts';
import styles from './world-map.module.css';
import { fontsOf, type MapColours, routeFeatures, routeLayers, worldStyle } from './world-map-style.ts';

/** Around the way, so that no stop or its name lies under the buttons at the right and the source at the foot. */
const controlPadding = { top: 40, right: 64, bottom: 64, left: 56 };

setWorkerUrl(new URL(workerAddress, window.location.href).href);

/** The part of the map that needs MapLibre; see world-map.tsx. */
export function WorldMapCanvas({ points, styleAddress }: WorldMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  const signature = JSON.stringify(points);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is drawn anew when its points or the theme change, not at each render.
  useEffect(() => {
    if (frame.current === null) return;
    const map = drawMap(frame.current, points, styleAddress);
    return () => map.remove();
  }, [signature, isDark, styleAddress]);
  return <div ref={frame} className={styles.canvas} data-dark={isDark} />;
}

function drawMap(frame: HTMLElement, points: readonly MapPoint[], styleAddress: string | null): MapLibre {
  const colours = coloursOf(frame);
  const world = new URL(worldAddress, window.location.href).href;
  const bounds = boundsOf(points);
  const bundled = worldStyle(world, colours, points);
  const map = new MapLibre({
    container: frame,
    style: styleAddress ?? bundled,
    attributionControl: { compact: true },
    cooperativeGestures: true,
    ...(bounds === null
      ? { center: [8, 48], zoom: 3 }
      : { bounds, fitBoundsOptions: { padding: controlPadding, maxZoom: 6.5 } }),
  });
  // Until everything is drawn, a reader of the screen is told that something is still to come.
  frame.ariaBusy = 'true';
  map.once('idle', () => {
    frame.ariaBusy = null;
  });
  if (styleAddress !== null) fallBack(map, bundled);
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.on('load', () => {
    map.addSource('way', { type: 'geojson', data: routeFeatures(points) });
    for (const layer of routeLayers(colours, fontsOf(map.getStyle()))) map.addLayer(layer);
  });
  return map;
}

/** Where the operator's map does not come, the bundled world is better than nothing. */
function fallBack(map: MapLibre, bundled: StyleSpecification): void {
  const show = (): void => void map.setStyle(bundled);
  map.once('error', show);
  map.once('style.load', () => map.off('error', show));
}

function boundsOf(points: readonly MapPoint[]): LngLatBounds | null {
  if (points.length === 0) return null;
  const bounds = new LngLatBounds();
  for (const { lon, lat } of points) bounds.extend([lon, lat]);
  return bounds;
}

function coloursOf(element: HTMLElement): MapColours {
  const tokens = getComputedStyle(element);
  const token = (name: string): string => plainColour(tokens.getPropertyValue(`--${name}`).trim());
  return {
    sea: token('map-sea'),
    land: token('map-land'),
    line: token('map-line'),
    ink: token('ink'),
    quiet: token('ink-quiet'),
    way: token('accent'),
  };
}

/** MapLibre reads fewer ways to write a colour than a browser does, so the browser works it out: as one pixel, drawn and read. */
function plainColour(colour: string): string {
  const pixel = new OffscreenCanvas(1, 1).getContext('2d');
  if (pixel === null) return colour;
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
