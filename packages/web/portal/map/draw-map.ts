/**
 * Draws the route of a parcel on a world map as an SVG without scripts or map tiles. The visible part
 * contains every stop with a margin and has a minimum size, because places are known only by their town.
 */
import type { PortalMapStop } from '@milepost/contract';
import { type GeoLine, readWorldOutline, type WorldOutline } from './world-outline.ts';

const width = 640;
const height = 400;
const spanKmMin = 1_000;
const marginShare = 0.28;

const style = `
:root{--sea:#eaf0f5;--land:#fff;--border:#c6cdd5;--route:#1d5bbd;--ink:#17191c;--halo:#fff}
@media(prefers-color-scheme:dark){:root{--sea:#101418;--land:#20252c;--border:#3d444e;--route:#8fbaff;--ink:#ececee;--halo:#101114}}
.sea{fill:var(--sea)}.land{fill:var(--land);stroke:var(--border);stroke-width:.6}.border{fill:none;stroke:var(--border);stroke-width:.8}
.route{fill:none;stroke:var(--route);stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}.ahead{stroke-dasharray:2 6}
.stop{fill:var(--halo);stroke:var(--route);stroke-width:2.5}.now{fill:var(--route)}
text{font:600 15px system-ui,sans-serif;fill:var(--ink);stroke:var(--halo);stroke-width:4;paint-order:stroke;stroke-linejoin:round}
`.replaceAll('\n', '');

let outline: WorldOutline | null = null;

/** The SVG, and its inline style for the content security policy. Stops are in travel order; at least one. */
export function drawMap(stops: readonly PortalMapStop[]): { svg: string; inlineStyle: string } {
  outline ??= readWorldOutline();
  const view = viewOf(stops);
  const land = outline.land.map((ring) => pathOf(ring, view, 'Z')).join('');
  const borders = outline.borders.map((line) => pathOf(line, view, '')).join('');
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<style>${style}</style><rect class="sea" width="${width}" height="${height}"/>`,
    `<path class="land" d="${land}"/><path class="border" d="${borders}"/>`,
    routeOf(stops, view),
    stops.map((stop, index) => stopOf(stop, view, stops.slice(index + 1))).join(''),
    '</svg>',
  ].join('');
  return { svg, inlineStyle: style };
}

/** Mercator: pixels = (projected − origin) × scale. */
interface View {
  x: number;
  y: number;
  scale: number;
}

type Point = readonly [x: number, y: number];

function project(lon: number, lat: number): Point {
  const radians = (Math.max(-80, Math.min(80, lat)) * Math.PI) / 180;
  return [(lon * Math.PI) / 180, -Math.log(Math.tan(Math.PI / 4 + radians / 2))];
}

function viewOf(stops: readonly PortalMapStop[]): View {
  const points = stops.map(({ lon, lat }) => project(lon, lat));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const latitude = stops[0]?.lat ?? 0;
  const spanMin = spanKmMin / 6371 / Math.cos((Math.max(-80, Math.min(80, latitude)) * Math.PI) / 180);
  const share = 1 - 2 * marginShare;
  const scale = Math.min(
    (width * share) / Math.max(right - left, spanMin),
    (height * share) / Math.max(bottom - top, spanMin / 2),
  );
  return { scale, x: (left + right) / 2 - width / 2 / scale, y: (top + bottom) / 2 - height / 2 / scale };
}

function place([x, y]: Point, view: View): Point {
  return [(x - view.x) * view.scale, (y - view.y) * view.scale];
}

/** A line as path data, without invisible parts and steps. */
function pathOf(line: GeoLine, view: View, end: 'Z' | ''): string {
  const points = line.map(([lon, lat]) => place(project(lon, lat), view));
  if (isOutside(points) || isSpeck(points)) return '';
  let path = '';
  let last: Point | null = null;
  for (const [exactX, exactY] of points) {
    // Points outside are clamped to a frame around the image, where most of them coincide and are skipped.
    const [x, y] = [within(exactX, width), within(exactY, height)];
    if (last !== null && Math.hypot(x - last[0], y - last[1]) < 1.2) continue;
    path += `${last === null ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    last = [x, y];
  }
  return path + end;
}

/** True for islands too small to be visible. */
function isSpeck(points: readonly Point[]): boolean {
  const [first] = points;
  return first === undefined || points.every(([x, y]) => Math.hypot(x - first[0], y - first[1]) < 3);
}

const frame = 40;

function within(value: number, size: number): number {
  return Math.max(-frame, Math.min(size + frame, value));
}

function isOutside(points: readonly Point[]): boolean {
  return (
    points.every(([x]) => x < 0) ||
    points.every(([x]) => x > width) ||
    points.every(([, y]) => y < 0) ||
    points.every(([, y]) => y > height)
  );
}

/** The travelled part is a solid line, the remaining part is dotted. */
function routeOf(stops: readonly PortalMapStop[], view: View): string {
  const lineOf = (part: readonly PortalMapStop[], className: string): string => {
    if (part.length < 2) return '';
    const points = part.map(({ lon, lat }) => place(project(lon, lat), view));
    const path = points
      .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
      .join('');
    return `<path class="${className}" d="${path}"/>`;
  };
  const travelled = stops.filter(({ kind }) => kind !== 'destination');
  return lineOf(travelled, 'route') + lineOf(stops.slice(Math.max(0, travelled.length - 1)), 'route ahead');
}

/** A dot with its label. If labels overlap, only the later stop has one. */
function stopOf(stop: PortalMapStop, view: View, later: readonly PortalMapStop[]): string {
  const [x, y] = place(project(stop.lon, stop.lat), view);
  const dot = `<circle class="${stop.kind === 'now' ? 'stop now' : 'stop'}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${stop.kind === 'passed' ? 4 : 7}"/>`;
  const isCovered = later.some((other) => {
    const [otherX, otherY] = place(project(other.lon, other.lat), view);
    return Math.abs(otherX - x) < 90 && Math.abs(otherY - y) < 18;
  });
  if (isCovered || stop.label === '') return dot;
  const isRight = x > width * 0.62;
  const anchor = isRight ? ' text-anchor="end"' : '';
  return `${dot}<text x="${(isRight ? x - 12 : x + 12).toFixed(1)}" y="${(y + 5).toFixed(1)}"${anchor}>${escaped(stop.label)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
