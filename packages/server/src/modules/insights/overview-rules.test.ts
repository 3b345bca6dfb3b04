import { expect, it } from 'vitest';
import { dayAfter, overviewRulesAt } from './overview-rules.ts';

const iso = (epochMs: number): string => new Date(epochMs).toISOString();

it.each([
  ['UTC', '2026-03-28T00:00:00.000Z', '2026-03-29T00:00:00.000Z'],
  ['Europe/Amsterdam', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['Pacific/Auckland', '2026-03-28T11:00:00.000Z', '2026-03-29T11:00:00.000Z'],
])('today in %s starts and ends at local midnight, also when the clocks change', (zone, from, before) => {
  const rules = overviewRulesAt(Date.UTC(2026, 2, 28, 23, 30), zone);
  const bounds = [rules.deliveredFrom, rules.deliveredBefore, rules.dueBefore].map(iso);
  expect(bounds).toEqual([from, before, before]);
  expect(rules.notMovedSince).toBe('2026-03-25');
});

it('counts days across the end of a month', () => {
  expect([dayAfter('2026-03-01', -1), dayAfter('2026-12-31', 1)]).toEqual(['2026-02-28', '2027-01-01']);
});
