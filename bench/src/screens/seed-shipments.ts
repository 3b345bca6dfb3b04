import { availableParallelism } from 'node:os';
import { openPostgres } from '@milepost/server/database';
import { seedList, settle } from '../list/seed-list.ts';

/**
 * The shipments of the list's benchmark, without their events: the list shows each shipment's last one, which stands in the shipment. What takes its time
 * is that the database works out the keys of the search for each of them, so it does so on every processor.
 */
export async function seedShipments(
  databaseUrl: string,
  workspaceId: string,
  shipments: number,
): Promise<void> {
  const hands = availableParallelism();
  const database = openPostgres({ url: databaseUrl, connectionsMax: hands });
  try {
    await seedList(database, workspaceId, { shipments, eventsPerShipment: 0, atOnce: hands });
    await settle(database);
    for (const table of ['shipment_search', 'shipment_under_way'])
      await database.query(`vacuum (analyze) ${table}`);
  } finally {
    await database.close();
  }
}
