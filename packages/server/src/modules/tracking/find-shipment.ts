import { readTrackingId } from '@milepost/domain';
import type { Queries } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { type ShipmentRecord, shipmentByTrackingId, shipmentsById } from './store/shipment-read.ts';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** By our id or tracking id. Throws `not_found` when the workspace has no such shipment. */
export async function findShipment(
  { database }: { database: Queries },
  workspaceId: string,
  idOrTrackingId: string,
): Promise<ShipmentRecord> {
  const trackingId = readTrackingId(idOrTrackingId);
  if (trackingId !== null) {
    const shipment = await shipmentByTrackingId(database, workspaceId, trackingId);
    if (shipment) return shipment;
  } else if (uuid.test(idOrTrackingId)) {
    const [shipment] = await shipmentsById(database, workspaceId, [idOrTrackingId]);
    if (shipment) return shipment;
  }
  throw notFound('shipment');
}
