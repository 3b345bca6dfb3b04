import { expect, it } from 'vitest';
import { cookieValue } from './cookie-value.ts';

it.each([
  ['a missing header', undefined, null],
  ['another cookie', 'b=2', null],
  ['an empty value', 'a=', null],
  ['a value among others', 'b=2; a=1; c=3', '1'],
  ['the first of two', 'a=1; a=2', '1'],
  ['a value with an equals sign', 'a=1=2', '1=2'],
  ['a name that ends alike', 'aa=1', null],
  ['a broken escape', 'a=%E0%A4%A', '%E0%A4%A'],
])('finds the value in a header with %s', (_name, header, value) => {
  expect(cookieValue(header, 'a')).toBe(value);
});

it('finds no property of the prototype', () => {
  expect(cookieValue('a=1', 'constructor')).toBeNull();
});
