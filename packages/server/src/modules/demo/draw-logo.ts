import { PNG } from 'pngjs';

/** Red, green, blue and opacity, each 0 to 1. */
type Colour = readonly [number, number, number, number];

/** The colour at a point of the square from (0, 0), top left, to (1, 1), on a badge in the brand's colour. */
export type Motif = (x: number, y: number, badge: Colour) => Colour;

const size = 128;
/** Samples per pixel and direction, for smooth edges. */
const samples = 3;
const white: Colour = [1, 1, 1, 1];
const nothing: Colour = [0, 0, 0, 0];

/** Two hills and a low sun. */
export const hills: Motif = (x, y, badge) => {
  if (!isInBadge(x, y)) return nothing;
  if (Math.hypot(x - 0.66, y - 0.36) < 0.1) return white;
  const near = 0.62 + 0.12 * Math.sin((x - 0.1) * 5.2);
  const far = 0.56 - 0.14 * Math.sin((x + 0.15) * 4.6);
  if (y > near) return mix(badge, white, 0.82);
  return y > far ? mix(badge, white, 0.4) : badge;
};

/** A kite with its cross of sticks. */
export const diamond: Motif = (x, y, badge) => {
  if (!isInBadge(x, y)) return nothing;
  const [across, along] = [Math.abs(x - 0.5), y - 0.42];
  const reach = along < 0 ? 0.28 * (1 + along / 0.24) : 0.28 * (1 - along / 0.42);
  if (across > reach) return badge;
  if (across < 0.014 || Math.abs(along) < 0.014) return badge;
  return x < 0.5 === y < 0.42 ? white : mix(badge, white, 0.7);
};

/** A square picture as PNG with transparency. `badge` is `#rrggbb`. */
export function drawLogo(motif: Motif, badge: string): Buffer {
  const colour = readColour(badge);
  const image = new PNG({ width: size, height: size });
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      image.data.set(pixel(motif, colour, [column, row]), (row * size + column) * 4);
    }
  }
  return PNG.sync.write(image, { filterType: 0, deflateStrategy: 0 });
}

function pixel(motif: Motif, badge: Colour, [column, row]: readonly [number, number]): number[] {
  const total = [0, 0, 0, 0];
  for (let place = 0; place < samples * samples; place++) {
    const x = (column + ((place % samples) + 0.5) / samples) / size;
    const y = (row + (Math.floor(place / samples) + 0.5) / samples) / size;
    const [red, green, blue, opacity] = motif(x, y, badge);
    // Colours are weighted by opacity, or edges would be dark.
    for (const [channel, value] of [red * opacity, green * opacity, blue * opacity, opacity].entries())
      total[channel] = (total[channel] ?? 0) + value;
  }
  const [red = 0, green = 0, blue = 0, opacity = 0] = total;
  const bytes = [red, green, blue].map((value) => Math.round((255 * value) / Math.max(opacity, 1e-9)));
  return [...bytes, Math.round((255 * opacity) / samples ** 2)];
}

/** A rounded square. */
function isInBadge(x: number, y: number): boolean {
  const radius = 0.22;
  const away = (value: number) => Math.max(0, Math.abs(value - 0.5) - (0.5 - radius));
  return Math.hypot(away(x), away(y)) <= radius;
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const at = (channel: 0 | 1 | 2 | 3) => from[channel] + (to[channel] - from[channel]) * share;
  return [at(0), at(1), at(2), at(3)];
}

function readColour(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255, 1];
}
