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

/** Keeps stops and their labels clear of the zoom buttons and the attribution. */
const controlPadding = { top: 40, right: 64, bottom: 64, left: 56 };

setWorkerUrl(new URL(workerAddress, window.location.href).href);

/** The part that needs MapLibre, loaded by world-map.tsx. */
export function WorldMapCanvas({ points, styleAddress }: WorldMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  const signature = JSON.stringify(points);
  // biome-ignore lint/correctness/useExhaustiveDependencies: redraw only when points or theme change.
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
  // For screen readers: the map is still loading.
  frame.ariaBusy = 'true';
  map.once('idle', () => {
    frame.ariaBusy = null;
  });
  if (styleAddress !== null) fallBack(map, bundled);
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.on('load', () => {
    map.addSource('route', { type: 'geojson', data: routeFeatures(points) });
    for (const layer of routeLayers(colours, fontsOf(map.getStyle()))) map.addLayer(layer);
  });
  return map;
}

/** Shows the bundled world if the operator's style fails to load. */
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
    route: token('accent'),
  };
}

/**
 * Converts any CSS colour to rgb() by drawing a pixel: MapLibre understands fewer notations than browsers.
 */
function plainColour(colour: string): string {
  const pixel = new OffscreenCanvas(1, 1).getContext('2d');
  if (pixel === null) return colour;
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
