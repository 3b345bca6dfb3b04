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
