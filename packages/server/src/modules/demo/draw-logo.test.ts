import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pictureTypeOf } from '../portal/picture-type.ts';
import { demoBrands } from './demo-brands.ts';
import { drawLogo } from './draw-logo.ts';

/** Red, green, blue and alpha of a pixel of a PNG with one data block and unfiltered rows. */
function pixelOf(png: Buffer, column: number, row: number): number[] {
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const start = row * (1 + 128 * 4) + 1 + column * 4;
  return [...rows.subarray(start, start + 4)];
}

describe('the logo of a brand', () => {
  it.each(demoBrands.map((demoBrand) => [demoBrand.brand.name, demoBrand] as const))(
    'of %s is a small PNG in its colour with transparent corners',
    (_name, { brand, logo }) => {
      const colour = brand.colour ?? '';
      const png = drawLogo(logo, colour);
      expect(pictureTypeOf(png)).toBe('image/png');
      expect(png.length).toBeLessThan(10_000);
      const parts = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
      expect(pixelOf(png, 64, 4)).toEqual([...parts, 255]);
      expect(pixelOf(png, 0, 0)[3]).toBe(0);
    },
  );
});
