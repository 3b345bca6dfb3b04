import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from '../../app/search-params.ts';
import { columnsOf, defaultColumns, filterOf, listStateOf } from './list-state.ts';

test('survives a round trip through the URL', () => {
  const search =
    '?q=0012&milestone=in_transit%2Cexception&carrier=gls&sort=dueAt&group=carrier&density=compact';
  expect(stringifySearch({ ...listStateOf(parseSearch(search)) })).toBe(search);
});

test('ignores unknown parameters and values', () => {
  expect(listStateOf({ sort: 'height', group: 'colour', density: 'huge', shoe: '42', carrier: 7 })).toEqual(
    {},
  );
});

test('passes only filters with a value and the sort order to the API', () => {
  const state = listStateOf({ carrier: 'gls', reference: '', sort: 'dueAt', open: 'x', group: 'day' });
  expect(filterOf(state)).toEqual({ carrier: 'gls', sort: 'dueAt' });
});

test.each([
  [undefined, defaultColumns],
  ['carrier,number,height', ['number', 'carrier']],
  ['height', defaultColumns],
])('shows the known columns of %s', (columns, expected) => {
  expect(columnsOf(columns === undefined ? {} : { columns })).toEqual(expected);
});
