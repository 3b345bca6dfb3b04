import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { type DataTableProps, toggleSelection } from './data-table-props.ts';

interface TableRowProps<Row> {
  row: Row;
  rowIndex: number;
  table: DataTableProps<Row>;
  isActive: boolean;
  onActivate: () => void;
}

/** One row. The active one holds the focus, unless something in it does. */
export function TableRow<Row>({ row, rowIndex, table, isActive, onActivate }: TableRowProps<Row>) {
  const { columns, keyOf, selection, openKey, freshKeys, onOpen } = table;
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isActive && !line.current?.contains(document.activeElement))
      line.current?.focus({ preventScroll: true });
  }, [isActive]);
  const key = keyOf(row);
  const isSelected = selection.has(key);

  const open = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a, button, input') !== null) return;
    onActivate();
    onOpen(row);
  };
  const openByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === line.current) onOpen(row);
  };
  return (
    <tr
      ref={line}
      tabIndex={isActive || rowIndex === 0 ? 0 : -1}
      aria-rowindex={rowIndex + 2}
      aria-selected={isSelected}
      data-open={openKey === key}
      data-fresh={freshKeys?.has(key) === true}
      onClick={open}
      onKeyDown={openByKey}
    >
      <td>
        <input
          type="checkbox"
          tabIndex={isActive ? 0 : -1}
          aria-label={`Select row ${rowIndex + 1}`}
          checked={isSelected}
          onChange={() => toggleSelection(table, row)}
        />
      </td>
      {columns.map(({ id, cell, align }) => (
        <td key={id} data-align={align}>
          {cell(row, { isActive })}
        </td>
      ))}
    </tr>
  );
}
