/** What stands in one line of a table: a row with its place among the rows, or the heading of a group. */
export type TableItem<Row> =
  | { kind: 'row'; row: Row; rowIndex: number }
  | { kind: 'group'; name: string; count: number };

/** Rows in their order; with `groupOf`, gathered under headings in the order in which the groups first appear. */
export function tableItems<Row>(rows: readonly Row[], groupOf?: (row: Row) => string): TableItem<Row>[] {
  if (groupOf === undefined) return rows.map((row, rowIndex) => ({ kind: 'row', row, rowIndex }));
  const groups = Map.groupBy(rows, groupOf);
  let rowIndex = 0;
  return [...groups].flatMap(([name, members]): TableItem<Row>[] => [
    { kind: 'group', name, count: members.length },
    ...members.map((row): TableItem<Row> => ({ kind: 'row', row, rowIndex: rowIndex++ })),
  ]);
}

/** Where the row with this key stands; -1 when it is not there (any more). */
export function indexOfRow<Row>(
  items: readonly TableItem<Row>[],
  keyOf: (row: Row) => string,
  key: string,
): number {
  return items.findIndex((item) => item.kind === 'row' && keyOf(item.row) === key);
}

/** Where a key leads from the row at this place (-1 for none); null for a key that does not move. Headings are passed over. */
export function indexForKey<Row>(
  key: string,
  items: readonly TableItem<Row>[],
  index: number,
): number | null {
  switch (key) {
    case 'ArrowDown':
      return adjacentRow(items, index, 1);
    case 'ArrowUp':
      return adjacentRow(items, index, -1);
    case 'Home':
      return adjacentRow(items, -1, 1);
    case 'End':
      return adjacentRow(items, items.length, -1);
    default:
      return null;
  }
}

function adjacentRow<Row>(items: readonly TableItem<Row>[], index: number, step: 1 | -1): number {
  let next = index + step;
  while (items[next]?.kind === 'group') next += step;
  return items[next] === undefined ? index : next;
}
