import { describe, expect, it } from 'vitest';
import { isFedexNumber } from './tracking-number.ts';

describe('a FedEx number', () => {
  const right = [
    '773104826152',
    '7731 0482 6152',
    'DT773104826152',
    '612018477330291',
    '61290983041207713455',
    '9261290983041207713455',
    '9611019612018477330291',
    '1001921334250001000300773104826152',
    '9622001900000000000000773104826152',
  ];
  for (const number of right) {
    it(`is recognised in ${number}, and not with another check digit`, () => {
      expect(isFedexNumber(number)).toBe(true);
      const wrong = number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);
      expect(isFedexNumber(wrong)).toBe(false);
    });
  }

  it('is not recognised in another shape', () => {
    for (const text of ['', '7731048261', '3SABCD1234567', '1Z12345E0205271688', '9400110200881234567890']) {
      expect(isFedexNumber(text)).toBe(false);
    }
  });
});
