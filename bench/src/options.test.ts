import { expect, test } from 'vitest';
import { engineName, notNegativeNumber, positiveNumber, wholeNumber } from './options.ts';

test.each([
  ['60', 60],
  ['0.5', 0.5],
  ['1e3', 1000],
])('reads %j as a number above zero', (text, expected) => {
  expect(positiveNumber(text)).toBe(expected);
});

test.each(['', ' ', '0', '-1', 'fast', '5k', 'Infinity', 'NaN'])(
  'refuses %j as a number above zero',
  (text) => {
    expect(() => positiveNumber(text)).toThrow('above 0');
  },
);

test('takes no warm-up at all, but no negative one', () => {
  expect(notNegativeNumber('0')).toBe(0);
  expect(() => notNegativeNumber('-1')).toThrow('0 or a number above it');
  expect(() => notNegativeNumber('')).toThrow('0 or a number above it');
});

test('refuses half a shipment', () => {
  expect(wholeNumber('1000000')).toBe(1_000_000);
  expect(() => wholeNumber('1.5')).toThrow('whole number');
});

test('knows both engines and no other', () => {
  expect(engineName('pglite')).toBe('pglite');
  expect(engineName('postgres')).toBe('postgres');
  expect(() => engineName('mysql')).toThrow('pglite, postgres');
});
