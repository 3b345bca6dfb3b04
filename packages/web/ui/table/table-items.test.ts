import { expect, test } from 'vitest';
import { indexForKey, indexOfRow, tableItems } from './table-items.ts';

const rows = ['gls 1', 'ups 2', 'gls 3'];

test('keeps the order of rows without groups', () => {
  expect(tableItems(rows).map((item) => (item.kind === 'row' ? item.row : item.name))).toEqual(rows);
});

test('counts the rows of each group and numbers rows as shown', () => {
  expect(tableItems(rows, (row) => row.slice(0, 3))).toEqual([
    { kind: 'group', name: 'gls', count: 2 },
    { kind: 'row', row: 'gls 1', rowIndex: 0 },
    { kind: 'row', row: 'gls 3', rowIndex: 1 },
    { kind: 'group', name: 'ups', count: 1 },
    { kind: 'row', row: 'ups 2', rowIndex: 2 },
  ]);
});

const grouped = tableItems(rows, (row) => row.slice(0, 3));

test.each([
  ['ArrowDown', -1, 1],
  ['ArrowDown', 2, 4],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 4, 2],
  ['ArrowUp', 1, 1],
  ['Home', 4, 1],
  ['End', 1, 4],
  ['a', 1, null],
])('%s moves from %d to %s, skipping headings and stopping at the ends', (key, from, to) => {
  expect(indexForKey(key, grouped, from)).toBe(to);
});

test('finds a row by its key', () => {
  expect([indexOfRow(grouped, String, 'ups 2'), indexOfRow(grouped, String, 'gone')]).toEqual([4, -1]);
});
