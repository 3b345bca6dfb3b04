import { expect, test } from 'vitest';
import { nextRange, scrollTopFor, visibleRange } from './visible-range.ts';

const layout = { count: 100, rowHeight: 40, headHeight: 30 };

test.each([
  ['at the top', 0, 430, { first: 0, end: 16, isAtTop: true }],
  [
    'scrolled a little, with the first row still partly visible',
    39,
    430,
    { first: 0, end: 17, isAtTop: true },
  ],
  ['in the middle', 2_000, 430, { first: 44, end: 66, isAtTop: false }],
  ['at the end', 3_600, 430, { first: 84, end: 100, isAtTop: false }],
  [
    'beyond the end, before the browser has corrected it',
    9_000,
    430,
    { first: 100, end: 100, isAtTop: false },
  ],
  ['in a box without height', 0, 0, { first: 0, end: 6, isAtTop: true }],
])('renders the visible rows and six more on each side %s', (_, scrollTop, clientHeight, expected) => {
  expect(visibleRange(layout, { scrollTop, clientHeight })).toEqual(expected);
});

test('renders nothing without rows', () => {
  expect(visibleRange({ ...layout, count: 0 }, { scrollTop: 0, clientHeight: 430 })).toEqual({
    first: 0,
    end: 0,
    isAtTop: true,
  });
});

test.each([
  ['does not scroll for a visible row', 12, 400, 400],
  ['scrolls up until the row is right below the header', 5, 400, 200],
  ['scrolls down until the whole row is visible at the bottom', 20, 400, 440],
])('%s', (_, index, scrollTop, expected) => {
  expect(scrollTopFor(layout, index, { scrollTop, clientHeight: 430 })).toBe(expected);
});

const rendered = visibleRange(layout, { scrollTop: 2_000, clientHeight: 430 });

test.each([
  ['by three rows', 2_120, rendered],
  ['by four', 2_160, { first: 48, end: 70, isAtTop: false }],
  ['back by four', 1_840, { first: 40, end: 62, isAtTop: false }],
  ['to the top', 0, { first: 0, end: 16, isAtTop: true }],
])(
  'after scrolling %s, renders new rows only when half of the overscan is used up',
  (_, scrollTop, expected) => {
    expect(nextRange(layout, rendered, { scrollTop, clientHeight: 430 })).toEqual(expected);
  },
);

test('keeps extra rows, but none beyond the end of a shorter list', () => {
  const before = { first: 0, end: 26, isAtTop: true };
  const box = { scrollTop: 0, clientHeight: 430 };
  expect(nextRange(layout, before, box)).toBe(before);
  expect(nextRange({ ...layout, count: 20 }, before, box)).toEqual({ first: 0, end: 16, isAtTop: true });
});
