import type { ShipmentChange } from '../../api/stream/live-stream.ts';
import { Throttle } from './throttle.ts';

/** Minimum time between two renders: rendering each of a thousand changes a second would block the page. */
const pauseMs = 100;

/**
 * Batches changes: the first is passed on at once, those that follow closely after a pause. Of several
 * changes to a shipment the last one wins, but the events of all are kept.
 */
export class ChangeBatches {
  readonly #onBatch: (changes: ReadonlyMap<string, ShipmentChange>) => void;
  readonly #throttle = new Throttle(() => this.#flush(), { delayMs: 0, pauseMs });
  #pending = new Map<string, ShipmentChange>();

  constructor(onBatch: (changes: ReadonlyMap<string, ShipmentChange>) => void) {
    this.#onBatch = onBatch;
  }

  add(change: ShipmentChange): void {
    const before = this.#pending.get(change.shipmentId);
    this.#pending.set(change.shipmentId, before === undefined ? change : mergeChanges(before, change));
    this.#throttle.request();
  }

  stop(): void {
    this.#throttle.stop();
  }

  #flush(): void {
    const changes = this.#pending;
    this.#pending = new Map();
    this.#onBatch(changes);
  }
}

/**
 * Merges two changes of a shipment and keeps the events of both. The last event with isNewest is the latest.
 */
export function mergeChanges(earlier: ShipmentChange, later: ShipmentChange): ShipmentChange {
  return {
    ...later,
    isNews: earlier.isNews || later.isNews,
    events: [...earlier.events, ...later.events],
  };
}
