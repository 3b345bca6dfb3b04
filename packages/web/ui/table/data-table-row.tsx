import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef } from 'react';
import { uiText } from '../text/ui-text.ts';
import type { Column } from './data-table-props.ts';
import { type RowState, RowStateContext } from './row-state.ts';
import type { RowActions } from './table-keys.ts';

interface TableRowProps<Row> {
  row: Row;
  rowIndex: number;
  columns: readonly Column<Row>[];
  actions: RowActions<Row>;
  isActive: boolean;
  /** Whether the row is the tab stop of the table: the active row, or the first one if there is none. */
  isStop: boolean;
  isSelected: boolean;
  isOpen: boolean;
  isFresh: boolean;
}

/** A row. Controls in rows that are not active are not tab stops. */
function Row<Row>(props: TableRowProps<Row>) {
  const { row, rowIndex, columns, actions, isActive, isStop, isSelected } = props;
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isActive && actions.takeFocus()) line.current?.focus({ preventScroll: true });
  }, [isActive, actions]);

  const open = (event: MouseEvent): void => {
    const { target } = event;
    // React bubbles events of popovers to the row, but they are elsewhere in the DOM.
    if (!(target instanceof Element) || !event.currentTarget.contains(target)) return;
    if (target.closest('a, button, input') !== null) return;
    actions.activate(row);
    actions.open(row);
  };
  const openByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === line.current) actions.open(row);
  };
  const standing: RowState = isActive ? 'active' : 'other';
  return (
    <RowStateContext value={standing}>
      <tr
        ref={line}
        tabIndex={isStop ? 0 : -1}
        aria-rowindex={rowIndex + 2}
        aria-selected={isSelected}
        data-open={props.isOpen}
        data-fresh={props.isFresh}
        onClick={open}
        onKeyDown={openByKey}
        onFocus={() => actions.activate(row)}
      >
        <td>
          <input
            type="checkbox"
            tabIndex={isActive ? 0 : -1}
            aria-label={uiText.selectRow(rowIndex + 1)}
            checked={isSelected}
            onChange={() => actions.toggle(row)}
          />
        </td>
        {columns.map(({ id, cell, align }) => (
          <td key={id} data-align={align}>
            {cell(row)}
          </td>
        ))}
      </tr>
    </RowStateContext>
  );
}

// memo loses the type parameter of the component.
export const TableRow = memo(Row) as typeof Row;
