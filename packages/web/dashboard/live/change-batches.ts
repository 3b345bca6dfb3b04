import type { ShipmentChange } from '../../api/stream/live-stream.ts';
import { Throttle } from './throttle.ts';

/** Between two drawings at least so long: at a thousand changes a second each would cost more than it shows. */
const pauseMs = 100;

/**
 * Gathers changes and hands them on together: the first at once, those that follow on its heels after a pause. Of each shipment only the
 * last change counts, but an event that one of them brings is not forgotten by the next.
 */
export class ChangeBatches {
  readonly #onBatch: (changes: ReadonlyMap<string, ShipmentChange>) => void;
  readonly #handing = new Throttle(() => this.#flush(), { soonMs: 0, pauseMs });
  #waiting = new Map<string, ShipmentChange>();

  constructor(onBatch: (changes: ReadonlyMap<string, ShipmentChange>) => void) {
    this.#onBatch = onBatch;
  }

  add(change: ShipmentChange): void {
    const before = this.#waiting.get(change.shipmentId);
    this.#waiting.set(change.shipmentId, before === undefined ? change : mergeChanges(before, change));
    this.#handing.wish();
  }

  stop(): void {
    this.#handing.stop();
  }

  #flush(): void {
    const changes = this.#waiting;
    this.#waiting = new Map();
    this.#onBatch(changes);
  }
}

/** Two changes of one shipment as one, with the events of both: the last that is marked as the newest is it. */
export function mergeChanges(earlier: ShipmentChange, later: ShipmentChange): ShipmentChange {
  return {
    ...later,
    isNews: earlier.isNews || later.isNews,
    events: [...earlier.events, ...later.events],
  };
}
