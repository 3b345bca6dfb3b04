import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import styles from './data-table.module.css';
import type { DataTableProps } from './data-table-props.ts';
import { TableRow } from './data-table-row.tsx';
import { type TableItem, tableItems } from './table-items.ts';
import { type RowActions, useTableKeys } from './table-keys.ts';
import { uiWords } from './words.ts';

const rowHeights = { comfortable: 44, compact: 32 };
const rowsBeforeEnd = 40;
/** What the column without a width keeps on a narrow screen. */
const flexibleWidthMin = 120;

/**
 * A real table of which only the rows in sight exist, between two spacers. It is one stop for Tab: the active row holds the focus, keys
 * move it (see table-keys.ts), and Tab goes on to what stands in that row.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, columns, density, groupOf, onEndReached } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(() => tableItems(rows, groupOf), [rows, groupOf]);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeights[density],
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height with another density.
  useEffect(() => virtual.measure(), [virtual, density]);
  const inSight = virtual.getVirtualItems();
  const lastIndex = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && lastIndex >= items.length - rowsBeforeEnd) onEndReached?.();
  }, [lastIndex, items.length, onEndReached]);
  useTop(props, (virtual.scrollOffset ?? 0) < rowHeights.compact);
  const keys = useTableKeys(props, items, (index) => virtual.scrollToIndex(index));

  const before = inSight[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0);
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
          <Spacer height={before} columns={columns.length} />
          {inSight.map(({ index }) => (
            <Line
              key={lineKey(items[index], props)}
              item={items[index]}
              table={props}
              activeKey={keys.activeKey}
              actions={keys.actions}
            />
          ))}
          <Spacer height={after} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

function useTop<Row>({ onTopChange }: DataTableProps<Row>, isAtTop: boolean): void {
  useEffect(() => onTopChange?.(isAtTop), [onTopChange, isAtTop]);
}

function lineKey<Row>(item: TableItem<Row> | undefined, { keyOf }: DataTableProps<Row>): string {
  if (item === undefined) return '';
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
              aria-label={uiWords.selectAll}
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
  item: TableItem<Row> | undefined;
  table: DataTableProps<Row>;
  activeKey: string | null;
  actions: RowActions<Row>;
}

function Line<Row>({ item, table, activeKey, actions }: LineProps<Row>) {
  if (item === undefined) return null;
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
