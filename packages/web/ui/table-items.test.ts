import { expect, test } from 'vitest';
import { tableItems } from './table-items.ts';

const rows = ['gls 1', 'ups 2', 'gls 3'];

test('without groups each row is a line in its order', () => {
  expect(tableItems(rows).map((item) => (item.kind === 'row' ? item.row : item.name))).toEqual(rows);
});

test('with groups each heading counts its rows, and rows are numbered as they are shown', () => {
  expect(tableItems(rows, (row) => row.slice(0, 3))).toEqual([
    { kind: 'group', name: 'gls', count: 2 },
    { kind: 'row', row: 'gls 1', rowIndex: 0 },
    { kind: 'row', row: 'gls 3', rowIndex: 1 },
    { kind: 'group', name: 'ups', count: 1 },
    { kind: 'row', row: 'ups 2', rowIndex: 2 },
  ]);
});
