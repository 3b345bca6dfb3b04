import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useShortcuts } from '../controls/shortcuts.ts';
import { type DataTableProps, toggleSelection } from './data-table-props.ts';
import { indexForKey, indexOfRow, type TableItem } from './table-items.ts';

/**
 * Callbacks for rows. The object is stable, so that a memoised row renders only when its own props change.
 */
export interface RowActions<Row> {
  open(row: Row): void;
  toggle(row: Row): void;
  activate(row: Row): void;
  /** True once after a key has moved to the row, which then focuses itself. */
  takeFocus(): boolean;
}

interface TableKeys<Row> {
  activeKey: string | null;
  actions: RowActions<Row>;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The active row. `j` and `k` move it from anywhere on the page, arrows, Home and End from within the table;
 * `x` selects and `Enter` opens. It is stored by key, so that it stays the same when rows are added or
 * removed.
 */
export function useTableKeys<Row>(
  table: DataTableProps<Row>,
  items: readonly TableItem<Row>[],
  scrollTo: (index: number) => void,
): TableKeys<Row> {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const latest = useRef(table);
  useEffect(() => {
    latest.current = table;
  });
  const activeIndex = activeKey === null ? -1 : indexOfRow(items, table.keyOf, activeKey);
  const moveTo = (index: number): void => {
    const item = items[index];
    if (item?.kind !== 'row') return;
    wantsFocus.current = true;
    setActiveKey(table.keyOf(item.row));
    scrollTo(index);
  };
  const active = items[activeIndex];
  const move = (key: string): boolean => {
    const place = indexForKey(key, items, activeIndex);
    if (place !== null) moveTo(place);
    return place !== null;
  };
  useShortcuts({
    j: () => move('ArrowDown'),
    k: () => move('ArrowUp'),
    x: () => active?.kind === 'row' && toggleSelection(table, active.row),
  });
  const actions = useMemo<RowActions<Row>>(
    () => ({
      open: (row) => latest.current.onOpen(row),
      toggle: (row) => toggleSelection(latest.current, row),
      activate: (row) => setActiveKey(latest.current.keyOf(row)),
      takeFocus: () => {
        const isWanted = wantsFocus.current;
        wantsFocus.current = false;
        return isWanted;
      },
    }),
    [],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const onRow = event.target instanceof Element && event.target.matches('tbody *');
    if (!onRow || event.altKey || event.ctrlKey || event.metaKey) return;
    if (move(event.key)) event.preventDefault();
  };
  return { activeKey: activeIndex === -1 ? null : activeKey, actions, onKeyDown };
}
