import type { ShipmentChange } from './shipment-change.ts';

/** One row of the outbox. Positions ascend within a workspace and become visible in that order. */
export interface OutboxItem {
  position: number;
  workspaceId: string;
  shipmentId: string;
  shipmentSequence: number;
  type: string;
  /** The change as JSON text, because most readers only pass it on; see `changeIn`. */
  payload: string;
  /** Milliseconds since 1970 UTC. */
  writtenAt: number;
}

export function changeIn({ payload }: OutboxItem): ShipmentChange {
  // The pipeline wrote it from a ShipmentChange (modules/tracking/pipeline/publish.ts).
  return JSON.parse(payload) as ShipmentChange;
}

/** Publishes changes to the listeners of this process. */
export interface LiveStream {
  /**
   * `listener` receives the workspace's items in order, each once, from the subscription on. Returns the
   * unsubscribe function.
   */
  subscribe(workspaceId: string, listener: (items: readonly OutboxItem[]) => void): () => void;
}
