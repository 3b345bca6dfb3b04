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

/** State of the shipment list as stored in the URL. Filters have their API names. */
export interface ListState extends Partial<Record<FilterName, string>> {
  sort?: string;
  /** Id of the shipment in the side panel. */
  open?: string;
  group?: Grouping;
  density?: 'compact';
  /** Comma-separated column names. Without it the default columns are shown. */
  columns?: string;
}

// Object.keys of const tables returns exactly their keys; TypeScript widens them to string.
export const filterNames = Object.keys(filterTitles) as FilterName[];
// As above.
const columnNames = Object.keys(columnTitles) as ColumnName[];

export const defaultColumns: readonly ColumnName[] = [
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

/** Reads the state from search parameters and ignores unknown ones. */
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

/** The part of the state that the API receives. Filters that are still empty are left out. */
export function filterOf(state: ListState): ShipmentListFilter {
  const given = [...filterNames, 'sort' as const].flatMap((name) => {
    const value = state[name];
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries(given);
}

export function columnsOf({ columns }: ListState): readonly ColumnName[] {
  if (columns === undefined) return defaultColumns;
  const wanted = columns.split(',');
  const known = columnNames.filter((name) => wanted.includes(name));
  return known.length === 0 ? defaultColumns : known;
}
