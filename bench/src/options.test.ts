import { expect, test } from 'vitest';
import { choiceOf, engineName, notNegativeNumber, positiveNumber, wholeNumber } from './options.ts';

test.each([
  ['60', 60],
  ['0.5', 0.5],
  ['1e3', 1000],
])('accepts %j as a number above zero', (text, expected) => {
  expect(positiveNumber(text)).toBe(expected);
});

test.each(['', ' ', '0', '-1', 'fast', '5k', 'Infinity', 'NaN'])(
  'rejects %j as a number above zero',
  (text) => {
    expect(() => positiveNumber(text)).toThrow('above 0');
  },
);

test('accepts a warm-up of zero, but not a negative one', () => {
  expect(notNegativeNumber('0')).toBe(0);
  expect(() => notNegativeNumber('-1')).toThrow('at least 0');
  expect(() => notNegativeNumber('')).toThrow('at least 0');
});

test('rejects a fraction of a shipment', () => {
  expect(wholeNumber('1000000')).toBe(1_000_000);
  expect(() => wholeNumber('1.5')).toThrow('whole number');
});

test('accepts both engines and no other', () => {
  expect(engineName('pglite')).toBe('pglite');
  expect(engineName('postgres')).toBe('postgres');
  expect(() => engineName('mysql')).toThrow('pglite, postgres');
});

test('collects the values of a repeated option', () => {
  const choice = choiceOf(['a', 'b']);
  expect(choice('b', choice('a'))).toEqual(['a', 'b']);
  expect(() => choice('c')).toThrow('one of a, b');
});
