import { expect, test } from 'vitest';
import {
  formatDate,
  formatDay,
  formatDuration,
  formatExact,
  formatRelative,
  formatShort,
  formatWindow,
  type PlacedTime,
} from './format-time.ts';

const now = new Date(2026, 2, 10, 12, 0).getTime();
const before = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

test.each([
  [0.5, 'now'],
  [4, '4 min ago'],
  [-4, 'in 4 min'],
  [60 * 5, '5 h ago'],
  [60 * 47, '47 h ago'],
  [60 * 49, '2 d ago'],
])('formats %d minutes before now as "%s"', (minutes, text) => {
  expect(formatRelative(before(minutes), now)).toBe(text);
});

test.each([
  ['2026-03-10', 'Today'],
  ['2026-03-09', 'Yesterday'],
  ['2026-03-11', 'Tomorrow'],
  ['2026-03-03', 'Tue 3 Mar'],
  ['2025-12-24', 'Wed, 24 Dec 2025'],
])('formats the day %s as "%s"', (day, text) => {
  expect(formatDay(day, now)).toBe(text);
});

test.each([
  ['2026-03-11T13:10:00Z', '2026-03-11T14:40:00Z', 'Tomorrow 14:10–15:40'],
  ['2026-03-02T22:30:00Z', '2026-03-03T00:30:00Z', 'Mon 2 Mar 23:30 – Tue 3 Mar 01:30'],
])('formats the window from %s to %s as "%s"', (from, to, text) => {
  expect(formatWindow({ from, to }, { nowMs: now, viewerZone: 'Europe/Amsterdam' })).toBe(text);
});

test('formats a duration in its largest whole unit', () => {
  expect([1_000, 59 * 60_000, 5_400_000, 3 * 86_400_000].map(formatDuration)).toEqual([
    '1 min',
    '59 min',
    '1 h',
    '3 d',
  ]);
});

test('formats a date with its year', () => {
  expect(formatDate('2026-03-03')).toBe('3 Mar 2026');
});

const amsterdam: PlacedTime = {
  occurredAt: '2026-03-02T09:15:00Z',
  localTime: '2026-03-02T10:15:00',
  zone: 'Europe/Amsterdam',
  precision: 'second',
};

test.each<[string, PlacedTime, string, string]>([
  [
    'the viewer is in another zone',
    amsterdam,
    'America/New_York',
    '2 Mar 2026, 10:15:00 Europe/Amsterdam (2 Mar 2026, 04:15 for you)',
  ],
  ['the viewer’s time is the same', amsterdam, 'Europe/Paris', '2 Mar 2026, 10:15:00 Europe/Amsterdam'],
  [
    'there is no zone',
    { ...amsterdam, zone: null, occurredAt: null },
    'Europe/Paris',
    '2 Mar 2026, 10:15:00 local time (no zone was given)',
  ],
  [
    'only the day is known',
    { ...amsterdam, localTime: '2026-03-02', precision: 'day' },
    'Asia/Tokyo',
    '2 Mar 2026 (the day; no time was given)',
  ],
])('formats the exact time when %s', (_, time, zone, text) => {
  expect(formatExact(time, zone)).toBe(text);
});

test('never formats a day in hours', () => {
  const day: PlacedTime = {
    occurredAt: '2026-03-10T11:00:00Z',
    localTime: '2026-03-10',
    zone: null,
    precision: 'day',
  };
  expect(formatShort(day, now)).toBe('Today');
});
