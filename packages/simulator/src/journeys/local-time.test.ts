import { expect, it } from 'vitest';
import { hourMs, isLocalSunday, isUnambiguous, nextLocalHour, nextUnambiguousMinute } from './local-time.ts';

/** [from, zone, hour, the next instant that shows it] */
const cases = [
  ['2026-07-01T05:00:00Z', 'Europe/Amsterdam', 7.5, '2026-07-01T05:30:00Z'],
  ['2026-07-01T05:30:00Z', 'Europe/Amsterdam', 7.5, '2026-07-02T05:30:00Z'],
  ['2026-07-01T05:00:00Z', 'America/Los_Angeles', 8, '2026-07-01T15:00:00Z'],
  // The night of the autumn change is an hour longer, that of the spring change an hour shorter.
  ['2026-10-24T20:00:00Z', 'Europe/Amsterdam', 8, '2026-10-25T07:00:00Z'],
  ['2026-03-28T20:00:00Z', 'Europe/Amsterdam', 8, '2026-03-29T06:00:00Z'],
] as const;

it.each(cases)('after %s the clocks of %s next show %d at %s', (from, zone, hour, expected) => {
  expect(new Date(nextLocalHour(Date.parse(from), zone, hour)).toISOString()).toBe(
    new Date(expected).toISOString(),
  );
});

it('skips the repeated hour in autumn, and nothing else', () => {
  const zone = 'Europe/Amsterdam';
  const before = Date.parse('2026-10-24T23:59:00Z');
  const after = Date.parse('2026-10-25T02:00:00Z');
  expect(nextUnambiguousMinute(before, zone)).toBe(before);
  for (const doubtful of ['2026-10-25T00:10:00Z', '2026-10-25T01:10:00Z']) {
    expect(isUnambiguous(Date.parse(doubtful), zone)).toBe(false);
    expect(nextUnambiguousMinute(Date.parse(doubtful), zone)).toBeGreaterThanOrEqual(after);
    expect(nextUnambiguousMinute(Date.parse(doubtful), zone)).toBeLessThan(after + hourMs);
  }
});

it('determines Sunday by the local clock', () => {
  const sundayInLondon = Date.parse('2026-07-05T00:30:00Z');
  expect(isLocalSunday(sundayInLondon, 'Europe/London')).toBe(true);
  expect(isLocalSunday(sundayInLondon, 'America/New_York')).toBe(false);
});
