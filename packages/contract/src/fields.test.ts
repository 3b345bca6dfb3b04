import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import * as fields from './fields.ts';

const cases: [string, z.ZodType, unknown[], unknown[]][] = [
  ['text', fields.text(5), ['', 'abc', '🦄'], ['a\u0000', '\ud800', 'abcdef', 1, null]],
  ['a name', fields.name(5), ['abc', ' abc  '], ['', '   ', 'abcdef']],
  [
    'an instant from a client',
    fields.instantGiven,
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00.123+01:00'],
    ['2026-03-01T10:00:00', '2026-03-01', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 'now', 0],
  ],
  [
    'a date',
    fields.isoDate,
    ['2026-02-28', '2028-02-29'],
    ['2026-02-29', '2026-2-1', '0000-01-01', '20260301'],
  ],
  ['a country', fields.country, ['NL', 'nl'], ['NLD', 'N', '1a', '']],
  ['a tracking number', fields.trackingNumber, ['3S 1', 'ÅÄ'], ['-', '...', '']],
  [
    'a count',
    fields.countParameter(200),
    ['1', '200'],
    ['0', '201', '-1', '1.5', '1e2', ' 1', '9'.repeat(400)],
  ],
  ['a boolean', fields.booleanParameter, ['true', 'false'], ['TRUE', '1', '']],
  ['a position', fields.positionParameter, ['0', '999999999999999'], ['-1', '9999999999999999', 'x', '']],
];

describe('a field', () => {
  it.each(cases)('%s accepts valid and rejects invalid values', (_name, schema, good, bad) => {
    for (const value of good) expect([value, schema.safeParse(value).success]).toEqual([value, true]);
    for (const value of bad) expect([value, schema.safeParse(value).success]).toEqual([value, false]);
  });

  it('is normalised', () => {
    expect(fields.country.parse('nl')).toBe('NL');
    expect(fields.name(9).parse('  a b ')).toBe('a b');
    expect(fields.countParameter(9).parse('7')).toBe(7);
  });
});
