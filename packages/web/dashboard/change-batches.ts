import type { ShipmentChange } from '../api/live-stream.ts';

/** Between two drawings at least so long: at a thousand changes a second each would cost more than it shows. */
const pauseMs = 100;

/**
 * Gathers changes and hands them on together: the first at once, those that follow on its heels after a pause. Of each shipment only the
 * last change counts, but an event that one of them brings is not forgotten by the next.
 */
export class ChangeBatches {
  readonly #handOn: (changes: ReadonlyMap<string, ShipmentChange>) => void;
  #waiting = new Map<string, ShipmentChange>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #handedOnAt = Number.NEGATIVE_INFINITY;

  constructor(handOn: (changes: ReadonlyMap<string, ShipmentChange>) => void) {
    this.#handOn = handOn;
  }

  add(change: ShipmentChange): void {
    const before = this.#waiting.get(change.shipmentId);
    this.#waiting.set(change.shipmentId, before === undefined ? change : joined(before, change));
    const waitMs = Math.max(0, this.#handedOnAt + pauseMs - performance.now());
    this.#timer ??= setTimeout(() => this.#flush(), waitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #flush(): void {
    this.#timer = undefined;
    this.#handedOnAt = performance.now();
    const changes = this.#waiting;
    this.#waiting = new Map();
    this.#handOn(changes);
  }
}

/** Two changes of one shipment as one, with the events of both: the last that is marked as the newest is it. */
export function joined(earlier: ShipmentChange, later: ShipmentChange): ShipmentChange {
  return {
    ...later,
    isNews: earlier.isNews || later.isNews,
    events: [...earlier.events, ...later.events],
  };
}
