import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  title: string;
  /** In pixels. The column without a width takes the remaining space. */
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
  /** Rows that have just changed, highlighted briefly. */
  freshKeys?: ReadonlySet<string>;
  onEndReached?: () => void;
  /** Called when the first row becomes visible or hidden. */
  onTopChange?: (isAtTop: boolean) => void;
  /** Total number of rows, if known. The table may hold only the first pages. */
  total?: number | undefined;
}

export function toggleSelection<Row>(
  { keyOf, selection, onSelectionChange }: DataTableProps<Row>,
  row: Row,
): void {
  const next = new Set(selection);
  if (!next.delete(keyOf(row))) next.add(keyOf(row));
  onSelectionChange(next);
}
