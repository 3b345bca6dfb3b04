import { setTimeout as sleep } from 'node:timers/promises';
import type { PushedEvent, Shop } from './shop.ts';

/**
 * A carrier with a thousand stories to tell: it pushes each event until it is taken, as carriers do, and keeps count of what was.
 */
export interface CarrierLoad {
  /** Events that were answered with a 2xx at least once. */
  accepted: ReadonlyMap<string, PushedEvent>;
  /** Every status that was not a 2xx, with its number. */
  refusals: ReadonlyMap<number, number>;
  /** Stops telling new events and waits until every begun one was taken. */
  finish(): Promise<void>;
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

/** The number of the nth story. */
export const numberOf = (story: number): string => `CRASH${String(story).padStart(6, '0')}`;

function eventOf(serial: number, stories: number): PushedEvent {
  const story = serial % stories;
  const chapter = Math.floor(serial / stories);
  const status = statuses[chapter % statuses.length] ?? statuses[0];
  const time = new Date(start + chapter * 7 * hour + story * 1_000).toISOString();
  return { number: numberOf(story), status, time };
}

export function startCarrierLoad(shop: Shop, stories: number, concurrency: number): CarrierLoad {
  const accepted = new Map<string, PushedEvent>();
  const refusals = new Map<number, number>();
  let serial = 0;
  let finishing = false;
  const tell = async (event: PushedEvent): Promise<void> => {
    for (let attempt = 0; ; attempt++) {
      const status = await shop.push(event).catch(() => 0);
      if (status >= 200 && status < 300) break;
      if (status !== 0) refusals.set(status, (refusals.get(status) ?? 0) + 1);
      if (attempt > 2_000) throw new Error(`${event.number} was never taken; last status ${status}`);
      await sleep(20);
    }
    accepted.set(`${event.number} ${event.status} ${event.time.slice(0, 19)}`, event);
  };
  const teller = async (): Promise<void> => {
    while (!finishing && serial < stories * statuses.length) {
      const event = eventOf(serial, stories);
      serial += 1;
      await tell(event);
    }
  };
  const tellers = Array.from({ length: concurrency }, () => teller());
  return {
    accepted,
    refusals,
    async finish() {
      finishing = true;
      await Promise.all(tellers);
    },
  };
}
