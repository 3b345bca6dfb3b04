import type { StyleSpecification } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { fontsOf } from './world-map-style.ts';

const labels = (font: unknown): StyleSpecification['layers'][number] =>
  // An operator's style may contain anything here.
  ({ id: 'labels', type: 'symbol', source: 'x', layout: { 'text-font': font } }) as never;
const style = (glyphs: string | undefined, font: unknown): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: 'land', type: 'background' }, labels(font)],
  ...(glyphs === undefined ? {} : { glyphs }),
});
const glyphs = 'https://maps.example/{fontstack}/{range}.pbf';

test.each([
  ['no glyphs', style(undefined, ['Noto Sans']), ['Inter Variable', 'sans-serif']],
  ['glyphs', style(glyphs, ['Noto Sans']), ['Noto Sans']],
  [
    'a font that depends on the zoom',
    style(glyphs, ['step', ['zoom'], 'a', 5, 'b']),
    ['Inter Variable', 'sans-serif'],
  ],
])('picks a font for stops on a style with %s', (_, given, fonts) => {
  expect(fontsOf(given)).toEqual(fonts);
});
