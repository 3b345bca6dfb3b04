/** One line of a table: a row with its index, or a group heading. */
export type TableItem<Row> =
  | { kind: 'row'; row: Row; rowIndex: number }
  | { kind: 'group'; name: string; count: number };

/** The rows in order; with `groupOf`, grouped under headings in order of first appearance. */
export function tableItems<Row>(rows: readonly Row[], groupOf?: (row: Row) => string): TableItem<Row>[] {
  if (groupOf === undefined) return rows.map((row, rowIndex) => ({ kind: 'row', row, rowIndex }));
  const groups = Map.groupBy(rows, groupOf);
  let rowIndex = 0;
  return [...groups].flatMap(([name, members]): TableItem<Row>[] => [
    { kind: 'group', name, count: members.length },
    ...members.map((row): TableItem<Row> => ({ kind: 'row', row, rowIndex: rowIndex++ })),
  ]);
}

/** Index of the row with this key, -1 if there is none. */
export function indexOfRow<Row>(
  items: readonly TableItem<Row>[],
  keyOf: (row: Row) => string,
  key: string,
): number {
  return items.findIndex((item) => item.kind === 'row' && keyOf(item.row) === key);
}

/** Index to which a key moves from `index` (-1 for none), skipping headings. Null for other keys. */
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
