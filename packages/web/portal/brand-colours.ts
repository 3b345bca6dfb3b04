/**
 * A brand colour with sufficient contrast. WCAG 2.2 requires 4.5:1 for text. A colour with less contrast is
 * darkened for the light theme or lightened for the dark theme, as little as possible.
 */
export interface Accent {
  /** Text and lines in the accent, on the page. */
  ink: string;
  /** Filled buttons, and the text on them. */
  fill: string;
  onFill: string;
}

type Rgb = readonly [red: number, green: number, blue: number];

const ownColour = '#3350c4';
/** The backgrounds of accent text with the lowest contrast, by theme (portal.css). */
const paper: Rgb = [242, 243, 244];
const night: Rgb = [31, 34, 39];
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
const contrastMin = 4.5;

/** The accents of both themes for a colour like `#3350c4`; the default colour if it is null or malformed. */
export function accentsOf(colour: string | null): { light: Accent; dark: Accent } {
  const given = readColour(colour) ?? readColour(ownColour) ?? black;
  return {
    light: accentOn(readable(given, paper, black)),
    dark: accentOn(readable(given, night, white)),
  };
}

function accentOn(ink: Rgb): Accent {
  const onFill = contrast(ink, white) >= contrast(ink, black) ? white : black;
  return { ink: formatColour(ink), fill: formatColour(ink), onFill: formatColour(onFill) };
}

/** The colour, mixed with `target` until it has enough contrast on `background`. */
function readable(colour: Rgb, background: Rgb, target: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(colour, target, share);
    if (contrast(mixed, background) >= contrastMin) return mixed;
  }
  return target;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share);
  return [part(0), part(1), part(2)];
}

function readColour(text: string | null): Rgb | null {
  const digits = /^#([0-9a-f]{6})$/i.exec(text ?? '')?.[1];
  if (digits === undefined) return null;
  const part = (at: number): number => Number.parseInt(digits.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

function formatColour(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrastOf(left: string, right: string): number {
  return contrast(readColour(left) ?? black, readColour(right) ?? black);
}

function contrast(first: Rgb, second: Rgb): number {
  const [lighter, darker] = [luminance(first), luminance(second)].sort((left, right) => right - left);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(colour: Rgb): number {
  const linear = (part: number): number => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}
