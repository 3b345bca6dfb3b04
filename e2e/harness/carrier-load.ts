import { setTimeout as sleep } from 'node:timers/promises';
import type { PushedEvent, Shop } from './shop.ts';

/**
 * A carrier with many parcels. It pushes each event until it is accepted, as carriers do, and records the
 * accepted ones.
 */
export interface CarrierLoad {
  /** Events that were answered with a 2xx at least once. */
  accepted: ReadonlyMap<string, PushedEvent>;
  /** Every status that was not a 2xx, with its count. */
  refusals: ReadonlyMap<number, number>;
  /** Stops sending new events and waits until every pending one is accepted. */
  finish(): Promise<void>;
  /** Resolves when this many more events were accepted. Rejects when the load ends before. */
  acceptedMore(count: number): Promise<void>;
}

const statuses = [
  'info_received.label_created',
  'in_transit.accepted',
  'in_transit.departed_facility',
  'in_transit.arrived_delivery_depot',
  'out_for_delivery.with_driver',
  'delivered.handed_over',
] as const;
const start = Date.UTC(2026, 2, 1);
const hour = 3_600_000;

/** The tracking number of the nth parcel. */
export const numberOf = (parcel: number): string => `CRASH${String(parcel).padStart(6, '0')}`;

function eventOf(serial: number, parcels: number): PushedEvent {
  const parcel = serial % parcels;
  const step = Math.floor(serial / parcels);
  const status = statuses[step % statuses.length] ?? statuses[0];
  const time = new Date(start + step * 7 * hour + parcel * 1_000).toISOString();
  return { number: numberOf(parcel), status, time };
}

export function startCarrierLoad(shop: Shop, parcels: number, concurrency: number): CarrierLoad {
  const accepted = new Map<string, PushedEvent>();
  const refusals = new Map<number, number>();
  let serial = 0;
  let finishing = false;
  const waiting: { size: number; resolve(): void }[] = [];
  const pushEvent = async (event: PushedEvent): Promise<void> => {
    for (let attempt = 0; ; attempt++) {
      const status = await shop.push(event).catch(() => 0);
      if (status >= 200 && status < 300) break;
      if (status !== 0) refusals.set(status, (refusals.get(status) ?? 0) + 1);
      if (attempt > 2_000) throw new Error(`${event.number} was never accepted; last status ${status}`);
      await sleep(20);
    }
    accepted.set(`${event.number} ${event.status} ${event.time.slice(0, 19)}`, event);
    for (const { size, resolve } of waiting) if (accepted.size >= size) resolve();
  };
  const sendEvents = async (): Promise<void> => {
    while (!finishing && serial < parcels * statuses.length) {
      const event = eventOf(serial, parcels);
      serial += 1;
      await pushEvent(event);
    }
  };
  const senders = Promise.all(Array.from({ length: concurrency }, () => sendEvents()));
  return {
    accepted,
    refusals,
    async acceptedMore(count) {
      const reached = Promise.withResolvers<void>();
      const size = accepted.size + count;
      waiting.push({ size, resolve: reached.resolve });
      const ended = senders.then(() => {
        if (accepted.size < size) throw new Error('The load ended before it was accepted.');
      });
      await Promise.race([reached.promise, ended]);
    },
    async finish() {
      finishing = true;
      await senders;
    },
  };
}
