import { expect, it } from 'vitest';
import { carrier } from './manifest.ts';

it.each([
  ['3SWLMG402118077', true, 'domestic, nine digits'],
  ['3SWLMG2118077', true, 'domestic, seven digits'],
  ['3SWLMG4021180771', true, 'domestic, ten digits'],
  ['3SWLM4021180771', false, 'a three-letter sender belongs to DHL eCommerce'],
  ['CD402118238NL', true, 'international with the right check digit'],
  ['CD402118239NL', false, 'international with a wrong check digit'],
  ['CD402118238BE', false, 'of another postal operator'],
  ['CD402118140NL', true, 'a remainder of ten becomes the check digit 0'],
  ['CD402118025NL', true, 'a remainder of eleven becomes the check digit 5'],
  ['', false, 'nothing'],
])('recognises %s: %s (%s)', (number, isOurs) => {
  expect(carrier.manifest.recognises(number)).toBe(isOurs);
});
