import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from '../../app/search-params.ts';
import { columnsOf, filterOf, listStateOf, usualColumns } from './list-state.ts';

test('an address that is read and written again is the same', () => {
  const address =
    '?q=0012&milestone=in_transit%2Cexception&carrier=gls&sort=dueAt&group=carrier&density=compact';
  expect(stringifySearch({ ...listStateOf(parseSearch(address)) })).toBe(address);
});

test('what an address says that is not known is left out', () => {
  expect(listStateOf({ sort: 'height', group: 'colour', density: 'huge', shoe: '42', carrier: 7 })).toEqual(
    {},
  );
});

test('the API is asked with filters and sort, without what only the screen needs and without filters not filled in yet', () => {
  const state = listStateOf({ carrier: 'gls', reference: '', sort: 'dueAt', open: 'x', group: 'day' });
  expect(filterOf(state)).toEqual({ carrier: 'gls', sort: 'dueAt' });
});

test.each([
  [undefined, usualColumns],
  ['carrier,number,height', ['number', 'carrier']],
  ['height', usualColumns],
])('the columns %s are shown as they can be', (columns, expected) => {
  expect(columnsOf(columns === undefined ? {} : { columns })).toEqual(expected);
});
