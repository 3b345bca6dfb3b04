import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { applyChange } from '../api/apply-change.ts';
import { LiveStream, type ShipmentChange, type StreamState } from '../api/live-stream.ts';
import type { AnswerOf } from '../api/operation.ts';
import { shipmentCountKey, shipmentListKey } from '../api/queries.ts';
import { FreshKeys } from './fresh-keys.ts';

/** Changes that come close together are worked in at once. */
const batchMs = 120;
/** Figures that are counted anew after changes, at most this often. */
const recountMs = 4_000;

type ShipmentPages = InfiniteData<AnswerOf<'GET /v1/shipments'>>;

interface Live {
  stream: LiveStream;
  fresh: FreshKeys;
}

const Context = createContext<Live | null>(null);

/** Keeps the line to the server open and works every change into what is on the screen. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const live = useMemo<Live>(() => ({ stream: new LiveStream(), fresh: new FreshKeys() }), []);
  useEffect(() => {
    const close = live.stream.open();
    const forget = workIn(live, client);
    return () => {
      forget();
      close();
    };
  }, [live, client]);
  return <Context value={live}>{children}</Context>;
}

function useLive(): Live {
  const live = useContext(Context);
  if (live === null) throw new Error('There is no LiveProvider around this.');
  return live;
}

export function useStreamState(): StreamState {
  const { stream } = useLive();
  return useSyncExternalStore(
    (changed) => stream.watchState(changed),
    () => stream.state,
  );
}

/** Ids of the shipments that have just changed. */
export function useFreshKeys(): ReadonlySet<string> {
  const { fresh } = useLive();
  return useSyncExternalStore(fresh.watch, fresh.current);
}

/** Calls back with every change. */
export function useChanges(listener: (change: ShipmentChange) => void): void {
  const { stream } = useLive();
  useEffect(
    () => stream.listen((news) => (news.kind === 'change' ? listener(news.change) : undefined)),
    [stream, listener],
  );
}

function workIn({ stream, fresh }: Live, client: QueryClient): () => void {
  const waiting = new Map<string, ShipmentChange>();
  let batch: ReturnType<typeof setTimeout> | undefined;
  let recount: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    batch = undefined;
    patchLists(client, waiting);
    fresh.add([...waiting.keys()]);
    for (const id of waiting.keys()) {
      void client.invalidateQueries({ queryKey: ['shipments', 'history', id] });
    }
    waiting.clear();
    recount ??= setTimeout(() => {
      recount = undefined;
      void client.invalidateQueries({ queryKey: shipmentCountKey });
      void client.invalidateQueries({ queryKey: ['overview'] });
    }, recountMs);
  };
  const stop = stream.listen((news) => {
    if (news.kind === 'gap') {
      void client.invalidateQueries();
      return;
    }
    waiting.set(news.change.shipmentId, news.change);
    waiting.set(news.change.trackingId, news.change);
    batch ??= setTimeout(flush, batchMs);
  });
  return () => {
    stop();
    clearTimeout(batch);
    clearTimeout(recount);
  };
}

/** Rows stay where they are: only what stands in them changes. */
function patchLists(client: QueryClient, changes: ReadonlyMap<string, ShipmentChange>): void {
  client.setQueriesData<ShipmentPages>({ queryKey: shipmentListKey }, (data) => {
    if (data === undefined || !data.pages.some((page) => page.shipments.some(({ id }) => changes.has(id)))) {
      return data;
    }
    const pages = data.pages.map((page) => ({
      ...page,
      shipments: page.shipments.map((shipment) => {
        const change = changes.get(shipment.id);
        return change === undefined ? shipment : applyChange(shipment, change);
      }),
    }));
    return { ...data, pages };
  });
}
