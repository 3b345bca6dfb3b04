import { getRouteApi } from '@tanstack/react-router';
import { Inbox, PackageSearch, Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { shipmentListQuery } from '../../api/queries.ts';
import type { ShipmentView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import { useMedia } from '../../ui/theme/media.ts';
import { useHasScope } from '../app/session.tsx';
import { useFreshKeys } from '../live/live.tsx';
import { shipmentsText } from '../strings/shipments.ts';
import { useCarrierTitle } from './carrier-title.ts';
import { narrowColumns, tableColumns } from './columns.tsx';
import { useCounts } from './filter/counts.ts';
import { grouperOf } from './filter/groupers.ts';
import { columnsOf, filterOf, type ListState } from './filter/list-state.ts';
import { Toolbar } from './filter/toolbar.tsx';
import { useInfiniteShipments } from './infinite-shipments.ts';
import { useListUpdates } from './list-updates.ts';
import { SelectionBar } from './selection-bar.tsx';
import styles from './shipments.module.css';

const route = getRouteApi('/inside/shipments');

const ShipmentPanel = lazy(() =>
  import('../shipment/shipment-panel.tsx').then((module) => ({ default: module.ShipmentPanel })),
);
const AddShipments = lazy(() =>
  import('./add/add-shipments.tsx').then((module) => ({ default: module.AddShipments })),
);

/** The list of shipments. Its whole state is in the URL, so that it can be shared. */
export function ShipmentsPage() {
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const [isPasting, setPasting] = useState(false);
  const change = useCallback(
    (part: Partial<Record<keyof ListState, string | undefined>>) => {
      // The values come from the page's own controls. Undefined removes a parameter.
      void navigate({ search: (before) => ({ ...before, ...part }) as ListState, replace: 'open' in part });
    },
    [navigate],
  );
  return (
    <div className={styles.page}>
      <title>{`${shipmentsText.title} · Milepost`}</title>
      <div className={styles.list}>
        <Head state={state} onAdd={() => setPasting(true)} />
        <Toolbar state={state} onChange={change} />
        <List state={state} onChange={change} onAdd={() => setPasting(true)} />
      </div>
      <Suspense>
        {state.open !== undefined && (
          <ShipmentPanel key={state.open} id={state.open} onClose={() => change({ open: undefined })} />
        )}
        {isPasting && <AddShipments onClose={() => setPasting(false)} />}
      </Suspense>
    </div>
  );
}

function Head({ state, onAdd }: { state: ListState; onAdd: () => void }) {
  const data = useCounts(state);
  const mayAdd = useHasScope('shipments:write');
  const text = data?.isMore === true ? shipmentsText.countMore : shipmentsText.count;
  return (
    <header className={styles.head}>
      <h1>{shipmentsText.title}</h1>
      <p className={styles.quiet} role="status">
        {data && formatMessage(text, { count: data.count })}
      </p>
      {mayAdd && (
        <Button variant="primary" icon={Plus} onClick={onAdd}>
          <span className={styles.tool}>{shipmentsText.add}</span>
        </Button>
      )}
    </header>
  );
}

interface ListProps {
  state: ListState;
  onChange: (part: Partial<Record<keyof ListState, string | undefined>>) => void;
  onAdd: () => void;
}

function List({ state, onChange, onAdd }: ListProps) {
  const filter = filterOf(state);
  const list = useInfiniteShipments(shipmentListQuery(filter));
  const { shipments, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = list;
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const freshKeys = useFreshKeys();
  const columns = useColumns(state);
  const carrierTitle = useCarrierTitle();
  const { group } = state;
  const groupOf = useMemo(() => grouperOf(group, carrierTitle), [group, carrierTitle]);
  const [isAtTop, setAtTop] = useState(true);
  const pages = list.data?.pages.length ?? 0;
  const [hasFocus, setFocus] = useState(false);
  const news = useListUpdates(
    refetch,
    !isAtTop || pages > 1 || hasFocus || selection.size > 0 || state.open !== undefined,
  );
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (isPending) return <Skeleton rows={14} />;
  if (error && shipments.length === 0) return <ErrorState error={error} retry={() => void refetch()} />;
  if (shipments.length === 0) return <EmptyList state={state} onChange={onChange} onAdd={onAdd} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only records whether the list is in use.
    <div
      className={styles.table}
      onPointerMove={news.hold}
      onPointerLeave={news.release}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
    >
      {news.count > 0 && (
        <button type="button" className={styles.news} onClick={news.show}>
          {formatMessage(shipmentsText.news, { count: news.count })}
        </button>
      )}
      <DataTable
        label={shipmentsText.table}
        rows={shipments}
        columns={columns}
        keyOf={keyOf}
        onOpen={(shipment) => onChange({ open: shipment.trackingId })}
        openKey={shipments.find(({ trackingId }) => trackingId === state.open)?.id}
        selection={selection}
        onSelectionChange={setSelection}
        density={state.density ?? 'comfortable'}
        groupOf={groupOf}
        freshKeys={freshKeys}
        onEndReached={loadMore}
        onTopChange={setAtTop}
      />
      {selection.size > 0 && (
        <SelectionBar
          shipments={shipments.filter(({ id }) => selection.has(id))}
          onClear={() => setSelection(new Set())}
        />
      )}
    </div>
  );
}

function keyOf({ id }: ShipmentView): string {
  return id;
}

/** On a phone only the most important columns. */
function useColumns({ columns }: ListState) {
  const isNarrow = useMedia('(max-width: 700px)');
  const carrierTitle = useCarrierTitle();
  return useMemo(() => {
    if (isNarrow) return narrowColumns(carrierTitle);
    return tableColumns(columnsOf(columns === undefined ? {} : { columns }), carrierTitle);
  }, [isNarrow, columns, carrierTitle]);
}

function EmptyList({ state, onChange, onAdd }: ListProps) {
  const filter = filterOf(state);
  const names = Object.keys(filter).filter((name) => name !== 'sort');
  if (names.length === 0) {
    return (
      <EmptyState
        icon={Inbox}
        title={shipmentsText.empty}
        next={<Button onClick={onAdd}>{shipmentsText.add}</Button>}
      />
    );
  }
  const clear = (): void => onChange(Object.fromEntries(names.map((name) => [name, undefined])));
  return (
    <EmptyState
      icon={PackageSearch}
      title={shipmentsText.none}
      next={<Button onClick={clear}>{shipmentsText.clearFilters}</Button>}
    />
  );
}
