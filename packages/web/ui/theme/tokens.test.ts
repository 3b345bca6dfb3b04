import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

const meanings = ['moving', 'driver', 'pickup', 'delivered', 'risk', 'broken', 'silent'];
const pairs: [foreground: string, background: string][] = [
  ['ink', 'canvas'],
  ['ink', 'surface-hover'],
  ['ink-quiet', 'canvas'],
  ['ink-quiet', 'surface'],
  ['ink-quiet', 'surface-hover'],
  ['accent-ink', 'accent'],
  ['accent', 'surface'],
  ['accent', 'accent-tint'],
  ...meanings.flatMap((name): [string, string][] => [
    [name, `${name}-tint`],
    [name, 'surface'],
    [name, 'canvas'],
    [name, 'surface-hover'],
  ]),
];

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  const tokens = tokensOf(`:root[data-theme="${theme}"] {\n  --canvas`);

  test.each(pairs)('%s on %s has a contrast of 4.5:1', (foreground, background) => {
    expect(contrast(tokens.get(foreground) ?? '', tokens.get(background) ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test('the border of a field has a contrast of 3:1 to its background', () => {
    expect(contrast(tokens.get('line-strong') ?? '', tokens.get('surface') ?? '')).toBeGreaterThanOrEqual(3);
  });
});

test('the dark theme is the same by system preference and by choice', () => {
  const chosen = tokensOf(':root[data-theme="dark"] {\n  --canvas');
  expect(tokensOf(':root:not([data-theme="light"]) {\n    --canvas')).toEqual(chosen);
});

/** The custom properties of the block that starts with this text. */
function tokensOf(start: string): Map<string, string> {
  const from = css.indexOf(start);
  if (from === -1) throw new Error(`There is no block that starts with ${start}`);
  const block = css.slice(from, css.indexOf('}', from));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, key = '', value = '']) => [key, value]),
  );
}

/** Contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2). */
function contrast(foreground: string, background: string): number {
  const [high = 0, low = 0] = [luminance(foreground), luminance(background)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
