import { useEffect, useMemo, useRef } from 'react';
import { uiText } from '../text/ui-text.ts';
import styles from './data-table.module.css';
import type { DataTableProps } from './data-table-props.ts';
import { TableRow } from './data-table-row.tsx';
import { type TableItem, tableItems } from './table-items.ts';
import { type RowActions, useTableKeys } from './table-keys.ts';
import { type RowLayout, scrollTopFor, useVisibleRange } from './visible-range.ts';

/** In pixels, as in data-table.module.css. */
const rowHeights = { comfortable: 44, compact: 32 };
const headHeight = 34;
const rowsBeforeEnd = 40;
/** Minimum width of the column without a width. */
const flexibleWidthMin = 120;

/**
 * An HTML table that renders only visible rows, between two spacers. It is a single tab stop: the active row
 * has the focus, keys move it (see table-keys.ts), and Tab continues to the controls of that row.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, columns, density, groupOf, onEndReached } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(() => tableItems(rows, groupOf), [rows, groupOf]);
  const layout: RowLayout = { count: items.length, rowHeight: rowHeights[density], headHeight };
  const { first, end, isAtTop } = useVisibleRange(scroller, layout);
  useEffect(() => {
    if (items.length > 0 && end > items.length - rowsBeforeEnd) onEndReached?.();
  }, [end, items.length, onEndReached]);
  useTop(props, isAtTop);
  const keys = useTableKeys(props, items, (index) => {
    const box = scroller.current;
    if (box !== null) box.scrollTop = scrollTopFor(layout, index, box);
  });

  const width = columns.reduce((sum, column) => sum + (column.width ?? flexibleWidthMin), 36);
  return (
    <div ref={scroller} className={styles.scroller} data-density={density}>
      <table
        className={styles.table}
        style={{ minWidth: width }}
        aria-label={props.label}
        aria-rowcount={(props.total ?? rows.length) + 1}
        onKeyDown={keys.onKeyDown}
      >
        <Head {...props} />
        <tbody>
          <Spacer height={first * layout.rowHeight} columns={columns.length} />
          {items.slice(first, end).map((item) => (
            <Line
              key={lineKey(item, props)}
              item={item}
              table={props}
              activeKey={keys.activeKey}
              actions={keys.actions}
            />
          ))}
          <Spacer height={(items.length - end) * layout.rowHeight} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

function useTop<Row>({ onTopChange }: DataTableProps<Row>, isAtTop: boolean): void {
  useEffect(() => onTopChange?.(isAtTop), [onTopChange, isAtTop]);
}

function lineKey<Row>(item: TableItem<Row>, { keyOf }: DataTableProps<Row>): string {
  return item.kind === 'group' ? `group ${item.name}` : keyOf(item.row);
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={columns + 1} />
    </tr>
  );
}

function Head<Row>({ rows, columns, keyOf, selection, onSelectionChange }: DataTableProps<Row>) {
  const all = rows.length > 0 && selection.size >= rows.length;
  return (
    <>
      <colgroup>
        <col style={{ width: 36 }} />
        {columns.map(({ id, width }) => (
          <col key={id} style={width === undefined ? {} : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">
            <input
              type="checkbox"
              aria-label={uiText.selectAll}
              checked={all}
              onChange={() => onSelectionChange(new Set(all ? [] : rows.map(keyOf)))}
            />
          </th>
          {columns.map(({ id, title, align }) => (
            <th key={id} scope="col" data-align={align}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

interface LineProps<Row> {
  item: TableItem<Row>;
  table: DataTableProps<Row>;
  activeKey: string | null;
  actions: RowActions<Row>;
}

function Line<Row>({ item, table, activeKey, actions }: LineProps<Row>) {
  if (item.kind === 'group') {
    return (
      <tr className={styles.group}>
        <th colSpan={table.columns.length + 1} scope="rowgroup">
          {item.name} <span>{item.count}</span>
        </th>
      </tr>
    );
  }
  const key = table.keyOf(item.row);
  return (
    <TableRow
      row={item.row}
      rowIndex={item.rowIndex}
      columns={table.columns}
      actions={actions}
      isActive={activeKey === key}
      isStop={activeKey === null ? item.rowIndex === 0 : activeKey === key}
      isSelected={table.selection.has(key)}
      isOpen={table.openKey === key}
      isFresh={table.freshKeys?.has(key) === true}
    />
  );
}
