import { describe, expect, it } from 'vitest';
import { checkDigitOf, isParcelNumber } from './parcel-number.ts';

describe('GLS parcel numbers', () => {
  it('end with a digit of weights 3 and 1 plus one', () => {
    // 3·6+1+3·7+4+0+0+3·2+5+3·3+1+3·8 = 89, and one more makes 90.
    expect(checkDigitOf('61740025318')).toBe('0');
    expect(checkDigitOf('61740025319')).toBe('7');
  });

  for (const number of ['61740025318', '617400253180', 'ZB41RKX2', '0085216604417']) {
    it(`include ${number}`, () => expect(isParcelNumber(number)).toBe(true));
  }
  for (const number of ['617400253181', '6174002531', '12345678', 'ZB41-RKX2', '', '1Z999AA10123456784']) {
    it(`exclude ${JSON.stringify(number)}`, () => expect(isParcelNumber(number)).toBe(false));
  }
});
