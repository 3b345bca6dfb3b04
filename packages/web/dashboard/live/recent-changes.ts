import type { ShipmentChange } from '../../api/stream/live-stream.ts';
import type { ShipmentView } from '../../api/views.ts';

/** No answer is on its way for longer. */
const keptMs = 15_000;

/**
 * The changes of the last seconds. A list that was asked for before a change, and answered after it, does not know of the change: without
 * these it would take back what the screen showed already.
 */
export class RecentChanges {
  readonly #changes = new Map<string, { change: ShipmentChange; heardAt: number }>();

  add(changes: ReadonlyMap<string, ShipmentChange>, nowMs: number): void {
    for (const [id, { heardAt }] of this.#changes) {
      if (nowMs - heardAt < keptMs) break;
      this.#changes.delete(id);
    }
    for (const [id, change] of changes) {
      // Taken out first, so that the map stays in the order of hearing.
      this.#changes.delete(id);
      this.#changes.set(id, { change, heardAt: nowMs });
    }
  }

  /** What these rows do not know yet, by the id of the shipment. */
  unknownTo(shipments: readonly ShipmentView[]): Map<string, ShipmentChange> {
    const unknown = shipments.flatMap(({ id, updatedAt }): [string, ShipmentChange][] => {
      const change = this.#changes.get(id)?.change;
      return change !== undefined && change.writtenAt > updatedAt ? [[id, change]] : [];
    });
    return new Map(unknown);
  }
}
