import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { AnswerOf } from '../../api/operation.ts';
import { overviewQuery, shipmentCountKey, shipmentListKey } from '../../api/queries.ts';
import { applyChange } from '../../api/stream/apply-change.ts';
import { LiveStream, type ShipmentChange, type StreamState } from '../../api/stream/live-stream.ts';
import { SubStatusMeanings } from '../../api/sub-status-meanings.ts';
import type { ShipmentView } from '../../api/views.ts';
import { ChangeBatches } from './change-batches.ts';
import { FreshKeys } from './fresh-keys.ts';
import { RecentChanges } from './recent-changes.ts';
import { refetchLiveQueries } from './refetch-live-queries.ts';
import { Throttle } from './throttle.ts';

/** Timing of new counts after a change. */
const recountTiming = { delayMs: 300, pauseMs: 4_000 };

type ShipmentPages = InfiniteData<AnswerOf<'GET /v1/shipments'>>;

type Changes = ReadonlyMap<string, ShipmentChange>;
type ChangeListener = (changes: Changes) => void;

interface Live {
  stream: LiveStream;
  fresh: FreshKeys;
  listeners: Set<ChangeListener>;
}

const Context = createContext<Live | null>(null);

/** Keeps the event stream open and applies each change to the cached data. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const live = useMemo<Live>(
    () => ({ stream: new LiveStream(), fresh: new FreshKeys(), listeners: new Set() }),
    [],
  );
  useEffect(() => {
    const stopApplying = applyStream(live, client);
    const close = live.stream.open();
    return () => {
      stopApplying();
      close();
    };
  }, [live, client]);
  return <Context value={live}>{children}</Context>;
}

function useLive(): Live {
  const live = useContext(Context);
  if (live === null) throw new Error('useLive needs a LiveProvider.');
  return live;
}

export function useStreamState(): StreamState {
  const { stream } = useLive();
  return useSyncExternalStore(
    (changed) => stream.onStateChange(changed),
    () => stream.state,
  );
}

/** Ids of shipments that have just changed. */
export function useFreshKeys(): ReadonlySet<string> {
  const { fresh } = useLive();
  return useSyncExternalStore(fresh.watch, fresh.current);
}

/** Calls back with batches of changes, each shipment once, at most ten times a second. */
export function useChanges(listener: ChangeListener): void {
  const { listeners } = useLive();
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listeners, listener]);
}

function applyStream({ stream, fresh, listeners }: Live, client: QueryClient): () => void {
  const meanings = new SubStatusMeanings();
  const recent = new RecentChanges();
  const recount = new Throttle(() => {
    void client.invalidateQueries({ queryKey: shipmentCountKey });
    void client.invalidateQueries({ queryKey: overviewQuery.queryKey });
  }, recountTiming);
  const batches = new ChangeBatches((changes) => {
    recent.add(changes, performance.now());
    patchLists(client, changes, meanings);
    fresh.add([...changes.keys()]);
    refetchHistories(client, changes);
    for (const listener of listeners) listener(changes);
    recount.request();
  });
  const stop = stream.listen((update) => {
    if (update.kind === 'gap') refetchLiveQueries(client);
    else batches.add(update.change);
  });
  const stopPatching = patchNewAnswers(client, (shipments) => {
    const unknown = recent.unknownTo(shipments);
    if (unknown.size > 0) patchLists(client, unknown, meanings);
  });
  return () => {
    stop();
    stopPatching();
    batches.stop();
    recount.stop();
  };
}

/** Calls back with the rows of each new list response. */
function patchNewAnswers(
  client: QueryClient,
  onRows: (shipments: readonly ShipmentView[]) => void,
): () => void {
  const [first, second] = shipmentListKey;
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return;
    const { queryKey, state } = event.query;
    if (queryKey[0] !== first || queryKey[1] !== second) return;
    // Only lists have this key, see shipmentListQuery.
    const { pages } = state.data as ShipmentPages;
    // Not while the cache is still notifying about the response.
    queueMicrotask(() => onRows(pages.flatMap(({ shipments }) => shipments)));
  });
}

/** Refetches the histories on screen. Their keys contain our id or the tracking id. */
function refetchHistories(client: QueryClient, changes: Changes): void {
  const trackingIds = new Set([...changes.values()].map(({ trackingId }) => trackingId));
  const isChanged = (id: unknown): boolean =>
    typeof id === 'string' && (changes.has(id) || trackingIds.has(id));
  void client.invalidateQueries({
    queryKey: ['shipments', 'history'],
    predicate: ({ queryKey }) => isChanged(queryKey[2]),
  });
}

/** Updates rows in place; their order does not change. */
function patchLists(client: QueryClient, changes: Changes, meanings: SubStatusMeanings): void {
  client.setQueriesData<ShipmentPages>({ queryKey: shipmentListKey }, (data) => {
    if (data === undefined || !data.pages.some(containsAny(changes))) return data;
    for (const { shipments } of data.pages) meanings.collect(shipments);
    return { ...data, pages: data.pages.map((page) => patched(page, changes, meanings, patchLearned)) };
  });
  function patchLearned(change: ShipmentChange): void {
    patchLists(client, new Map([[change.shipmentId, change]]), meanings);
  }
}

type ShipmentPage = ShipmentPages['pages'][number];

function containsAny(changes: Changes) {
  return ({ shipments }: ShipmentPage): boolean => shipments.some(({ id }) => changes.has(id));
}

function patched(
  page: ShipmentPage,
  changes: Changes,
  meanings: SubStatusMeanings,
  onLearned: (change: ShipmentChange) => void,
): ShipmentPage {
  if (!containsAny(changes)(page)) return page;
  const shipments = page.shipments.map((shipment) => {
    const change = changes.get(shipment.id);
    if (change === undefined) return shipment;
    const meaning = meanings.of(change.subStatus);
    if (meaning === undefined) {
      void meanings.load(change.subStatus, shipment.id).then((isKnown) => isKnown && onLearned(change));
    }
    return applyChange(shipment, change, meaning);
  });
  return { ...page, shipments };
}
