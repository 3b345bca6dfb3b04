import { describe, expect, it } from 'vitest';
import { isUpsNumber } from './tracking-number.ts';

describe('a UPS number', () => {
  for (const number of [
    '1Z7R4W190300418826',
    '1ZW8831A0390276013',
    '1z3k5h 7703 9110 0252',
    'K1506235620',
    '1R12345678912345',
  ]) {
    it(`is recognised in ${number}`, () => expect(isUpsNumber(number)).toBe(true));
  }

  for (const number of [
    '1Z7R4W190300418827',
    '1Z7R4W19030041882',
    '2Z7R4W190300418826',
    'K1506235621',
    '9261290990130741776235',
    '406812345',
    '',
  ]) {
    it(`is not recognised in ${JSON.stringify(number)}`, () => expect(isUpsNumber(number)).toBe(false));
  }
});
