import { availableParallelism } from 'node:os';
import { openPostgres } from '@milepost/server/database';
import { seedList, settle } from '../list/seed-list.ts';

/**
 * The shipments of the list benchmark without their events, because a row of the list contains the last
 * event. Computing the search keys takes most of the time, so it runs on every processor.
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
