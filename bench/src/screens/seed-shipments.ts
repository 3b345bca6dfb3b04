import type { Database } from '@milepost/server/store';
import { seedList, settle } from '../list/seed-list.ts';

/** The shipments of the list's benchmark, without their events: the list shows each shipment's last one, which stands in the shipment. */
export async function seedShipments(
  database: Database,
  workspaceId: string,
  shipments: number,
): Promise<void> {
  await seedList(database, workspaceId, { shipments, eventsPerShipment: 0 });
  await settle(database);
  for (const table of ['shipment_search', 'shipment_under_way'])
    await database.query(`vacuum (analyze) ${table}`);
}
