import { expect, test } from 'vitest';
import { nextRange, scrollTopFor, visibleRange } from './lines-in-sight.ts';

const stack = { count: 100, lineHeight: 40, headHeight: 30 };

test.each([
  ['at the top', 0, 430, { first: 0, end: 16, isAtTop: true }],
  [
    'a little further, where the first line is still partly there',
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
])('the lines in sight %s, and six more on each side', (_, scrollTop, clientHeight, expected) => {
  expect(visibleRange(stack, { scrollTop, clientHeight })).toEqual(expected);
});

test('of no lines none is in sight', () => {
  expect(visibleRange({ ...stack, count: 0 }, { scrollTop: 0, clientHeight: 430 })).toEqual({
    first: 0,
    end: 0,
    isAtTop: true,
  });
});

test.each([
  ['stays where it is for a line in sight', 12, 400, 400],
  ['goes up so far that the line stands right below the head', 5, 400, 200],
  ['goes down so far that the whole line stands at the foot', 20, 400, 440],
])('the box %s', (_, index, scrollTop, expected) => {
  expect(scrollTopFor(stack, index, { scrollTop, clientHeight: 430 })).toBe(expected);
});

const drawn = visibleRange(stack, { scrollTop: 2_000, clientHeight: 430 });

test.each([
  ['by three lines', 2_120, drawn],
  ['by four', 2_160, { first: 48, end: 70, isAtTop: false }],
  ['back by four', 1_840, { first: 40, end: 62, isAtTop: false }],
  ['to the top', 0, { first: 0, end: 16, isAtTop: true }],
])(
  'scrolled on %s, lines are drawn anew only when those beyond come to their end',
  (_, scrollTop, expected) => {
    expect(nextRange(stack, drawn, { scrollTop, clientHeight: 430 })).toEqual(expected);
  },
);

test('more than is in sight may stay, but nothing of a list that has become shorter', () => {
  const before = { first: 0, end: 26, isAtTop: true };
  const box = { scrollTop: 0, clientHeight: 430 };
  expect(nextRange(stack, before, box)).toBe(before);
  expect(nextRange({ ...stack, count: 20 }, before, box)).toEqual({ first: 0, end: 16, isAtTop: true });
});
