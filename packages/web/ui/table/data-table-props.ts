import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  title: string;
  /** Pixels; one column may leave it out and takes what is left. */
  width?: number;
  cell: (row: Row) => ReactNode;
  align?: 'end';
}

export interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  openKey?: string | undefined;
  selection: ReadonlySet<string>;
  onSelectionChange: (selection: ReadonlySet<string>) => void;
  density: 'comfortable' | 'compact';
  groupOf?: ((row: Row) => string) | undefined;
  /** Rows that have just changed; they are marked for a moment. */
  freshKeys?: ReadonlySet<string>;
  onEndReached?: () => void;
  /** Whether the first rows are in sight; told at each change. */
  onTopChange?: (isAtTop: boolean) => void;
  /** How many there are in all, where that is known; the table may hold only the first of them. */
  total?: number | undefined;
}

/** Selects the row, or not any more. */
export function toggleSelection<Row>(
  { keyOf, selection, onSelectionChange }: DataTableProps<Row>,
  row: Row,
): void {
  const next = new Set(selection);
  if (!next.delete(keyOf(row))) next.add(keyOf(row));
  onSelectionChange(next);
}
