import type { ShipmentChange } from '../../api/stream/live-stream.ts';
import type { ShipmentView } from '../../api/views.ts';

/** No request takes longer. */
const keptMs = 15_000;

/**
 * The changes of the last seconds. A list response that was computed before a change but arrives after it
 * lacks the change and would revert the row.
 */
export class RecentChanges {
  readonly #changes = new Map<string, { change: ShipmentChange; receivedAt: number }>();

  add(changes: ReadonlyMap<string, ShipmentChange>, nowMs: number): void {
    for (const [id, { receivedAt }] of this.#changes) {
      if (nowMs - receivedAt < keptMs) break;
      this.#changes.delete(id);
    }
    for (const [id, change] of changes) {
      // Deleted first, so that the map stays in order of arrival.
      this.#changes.delete(id);
      this.#changes.set(id, { change, receivedAt: nowMs });
    }
  }

  /** Changes that are newer than these rows, by shipment id. */
  unknownTo(shipments: readonly ShipmentView[]): Map<string, ShipmentChange> {
    const unknown = shipments.flatMap(({ id, updatedAt }): [string, ShipmentChange][] => {
      const change = this.#changes.get(id)?.change;
      return change !== undefined && change.writtenAt > updatedAt ? [[id, change]] : [];
    });
    return new Map(unknown);
  }
}
