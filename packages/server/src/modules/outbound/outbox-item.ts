import type { ShipmentChange } from './shipment-change.ts';

/** One change, as it stands in the outbox. Positions ascend within a workspace and become visible in that order. */
export interface OutboxItem {
  position: number;
  workspaceId: string;
  shipmentId: string;
  shipmentSequence: number;
  type: string;
  /** The change as JSON, because most readers only hand it on; see `changeIn`. */
  payload: string;
  /** Milliseconds since 1970 UTC. */
  writtenAt: number;
}

export function changeIn({ payload }: OutboxItem): ShipmentChange {
  // The pipeline wrote it from a ShipmentChange (modules/tracking/pipeline/publish.ts).
  return JSON.parse(payload) as ShipmentChange;
}

/** Tells what changed to everybody who listens in this process. */
export interface LiveStream {
  /** `listener` gets items of the workspace in order, each once, from the moment of subscribing. Returns how to stop. */
  subscribe(workspaceId: string, listener: (items: readonly OutboxItem[]) => void): () => void;
}
