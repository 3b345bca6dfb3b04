import type { ShipmentListFilter } from '../../../api/initial-queries.ts';
import {
  type ColumnName,
  columnTitles,
  type FilterName,
  filterTitles,
  sortTitles,
} from '../../strings/shipments.ts';

export const groupings = ['carrier', 'day', 'customer'] as const;
export type Grouping = (typeof groupings)[number];

/** All that the list of shipments shows, as it stands in the address. Filters have the names that the API gives them. */
export interface ListState extends Partial<Record<FilterName, string>> {
  sort?: string;
  /** Id of the shipment in the side panel. */
  open?: string;
  group?: Grouping;
  density?: 'compact';
  /** Columns with commas between them; the usual ones when left out. */
  columns?: string;
}

// Object.keys of const tables returns exactly their keys; TypeScript widens them to string.
export const filterNames = Object.keys(filterTitles) as FilterName[];
// The same here.
const columnNames = Object.keys(columnTitles) as ColumnName[];

export const usualColumns: readonly ColumnName[] = [
  'number',
  'reference',
  'customer',
  'carrier',
  'milestone',
  'lastEvent',
  'since',
  'expected',
  'alerts',
];

/** Reads the state out of an address and leaves out what it does not know. */
export function listStateOf(search: Readonly<Record<string, unknown>>): ListState {
  const state: ListState = {};
  for (const name of filterNames) {
    const value = search[name];
    if (typeof value === 'string') state[name] = value;
  }
  const { sort, open, group, density, columns } = search;
  if (typeof sort === 'string' && Object.hasOwn(sortTitles, sort)) state.sort = sort;
  if (typeof open === 'string') state.open = open;
  const grouping = groupings.find((name) => name === group);
  if (grouping !== undefined) state.group = grouping;
  if (density === 'compact') state.density = density;
  if (typeof columns === 'string') state.columns = columns;
  return state;
}

/** What of the state the API is asked with. A filter that is still being filled in does not count. */
export function filterOf(state: ListState): ShipmentListFilter {
  const given = [...filterNames, 'sort' as const].flatMap((name) => {
    const value = state[name];
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries(given);
}

export function columnsOf({ columns }: ListState): readonly ColumnName[] {
  if (columns === undefined) return usualColumns;
  const wanted = columns.split(',');
  const known = columnNames.filter((name) => wanted.includes(name));
  return known.length === 0 ? usualColumns : known;
}
