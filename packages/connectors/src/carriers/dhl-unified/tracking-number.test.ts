import { describe, expect, it } from 'vitest';
import { isDhlNumber } from './tracking-number.ts';

/** [number, description, whether it is valid] */
const cases = [
  ['4309182754', 'an Express waybill', true],
  ['4309182755', 'an Express waybill with a wrong check digit', false],
  ['315702984464', 'an identcode', true],
  ['315702984465', 'an identcode with a wrong check digit', false],
  ['00340434197005512383', 'a serial shipping code with its prefix', true],
  ['473325380019028478', 'a serial shipping code without its prefix', true],
  ['00340434197005512384', 'a serial shipping code with a wrong check digit', false],
  ['RR473124829DE', 'a German postal item', true],
  ['RR473124828DE', 'a German postal item with a wrong check digit', false],
  ['RR473124829NL', 'a Dutch postal item', false],
  ['JD014600009912340077', 'a piece of Express', true],
  ['jvgl 0612 3456 0009 8231', 'a Dutch number in groups', true],
  ['GM605112230081904', 'an ecommerce number', true],
  ['24417809356', 'a Polish number', true],
  ['1Z999AA10123456784', 'a number of another carrier', false],
  ['', 'nothing', false],
] as const;

describe('a tracking number of DHL', () => {
  for (const [number, what, is] of cases) {
    it(`is ${is ? '' : 'not '}recognised: ${what}`, () => expect(isDhlNumber(number)).toBe(is));
  }
});
