import { expect, it } from 'vitest';
import { pictureTypeOf } from './picture-type.ts';

it.each([
  ['89504e470d0a1a0a0000', 'image/png'],
  ['ffd8ffe000104a46', 'image/jpeg'],
  ['524946461a00000057454250', 'image/webp'],
  ['524946461a00000057415645', null],
  ['3c7376673e', null],
  ['3c3f786d6c2076657273696f6e', null],
  ['474946383961', null],
  ['', null],
])('bytes that start with %s have the type %s', (hex, type) => {
  expect(pictureTypeOf(Buffer.from(hex, 'hex'))).toBe(type);
});
