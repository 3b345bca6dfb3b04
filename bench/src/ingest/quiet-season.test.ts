import { expect, test } from 'vitest';
import { endOfQuietSeason } from './quiet-season.ts';

test.each([
  ['2026-11-20T10:00:00Z', '2026-09-01T00:00:00.000Z'],
  ['2026-08-31T23:59:59Z', '2026-03-01T00:00:00.000Z'],
  ['2026-01-05T00:00:00Z', '2025-09-01T00:00:00.000Z'],
])('for %s the last season ended on %s', (now, end) => {
  expect(new Date(endOfQuietSeason(Date.parse(now))).toISOString()).toBe(end);
});
